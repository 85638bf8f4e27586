package se.tillit.followup;

import java.util.UUID;

/// A body or unit and its share of a figure.
public record PartRow(UUID id, boolean body, String name, Tally tally) {

  public String query() {
    return (body ? "?body=" : "?unit=") + id;
  }
}
