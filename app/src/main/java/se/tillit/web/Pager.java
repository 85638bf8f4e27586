package se.tillit.web;

import org.jspecify.annotations.Nullable;

/// The ways on from one page of a list, and how much of it shows.
///
/// @param shown rows on this page
/// @param total rows in all, or a negative number when it isn't counted
public record Pager(
    @Nullable String first,
    @Nullable String previous,
    @Nullable String next,
    int shown,
    long total) {

  public boolean isNeeded() {
    return previous != null || next != null;
  }
}
