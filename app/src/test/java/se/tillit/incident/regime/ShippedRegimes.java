package se.tillit.incident.regime;

import java.util.ArrayList;
import java.util.List;

/// The regimes that come with Tillit, for tests of what is filled in from them.
public final class ShippedRegimes {

  private ShippedRegimes() {}

  public static List<Regime> all() {
    return Shipped.all().stream()
        .filter(it -> it.kind() == Definition.Kind.REGIME)
        .map(it -> new RegimeReader(new ArrayList<>()).regime(it.text()))
        .toList();
  }
}
