package se.tillit.web;

/// One view of a record, each with an address of its own.
///
/// @param count how many things it holds; negative shows nothing
public record Tab(String label, String href, boolean current, long count) {

  public static Tab of(String label, String href, boolean current) {
    return new Tab(label, href, current, -1);
  }
}
