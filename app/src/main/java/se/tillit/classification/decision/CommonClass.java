package se.tillit.classification.decision;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// A class that is common to all information of a type in the municipality.
public record CommonClass(
    UUID id,
    String informationType,
    String motivation,
    LocalDate decidedOn,
    Map<String, Integer> levels) {

  public CommonClass {
    levels = Map.copyOf(levels);
  }
}
