package se.tillit.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the viewer stands: path, municipality, the others to switch to, and the way here.
public record Place(
    String path, @Nullable TenantLink tenant, List<TenantLink> others, List<Crumb> crumbs) {

  public Place {
    others = List.copyOf(others);
    crumbs = List.copyOf(crumbs);
  }

  Place under(List<Crumb> newCrumbs) {
    return new Place(path, tenant, others, newCrumbs);
  }
}
