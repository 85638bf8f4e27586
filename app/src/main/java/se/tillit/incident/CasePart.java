package se.tillit.incident;

import java.util.List;

/// A part of a case that another slice keeps and its page shows where it stands, such as its
/// clocks: for those who may open it. It lies at `/incidents/{id}/{key}` in an element with the key
/// as its id; its heading is `incident.<key>.title` and its link `incident.<key>.open`.
public interface CasePart {

  String key();

  /// The permission that its page demands.
  String permission();

  /// Where among the parts; the lowest first.
  int order();

  /// Its own pages about the case, below the tenant's address, such as `/clocks/{id}`: nobody is to
  /// be told of them once the case is out of sight.
  List<String> pages(IncidentId incident);

  /// The case has been out of sight, and is no longer.
  default void shown(IncidentId incident) {}
}
