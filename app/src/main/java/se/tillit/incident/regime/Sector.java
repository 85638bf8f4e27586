package se.tillit.incident.regime;

import java.util.List;

/// A sector whose thresholds differ (MCFFS 2026:8).
///
/// @param usual whether every municipality is in it
public record Sector(String code, Said name, boolean usual, List<Criterion> criteria) {

  public Sector {
    criteria = List.copyOf(criteria);
  }
}
