package se.tillit.identity;

import java.util.List;
import java.util.UUID;

/// The units that something may be limited to, by name. The organisation answers; called within the
/// tenant.
public interface UnitNames {

  record UnitName(UUID unit, String name) {}

  List<UnitName> all();
}
