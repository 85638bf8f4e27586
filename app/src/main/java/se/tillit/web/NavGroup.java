package se.tillit.web;

import java.util.List;

/// A question in the side navigation and the pages that answer it.
public record NavGroup(String labelKey, List<NavItem> items) {

  public NavGroup {
    items = List.copyOf(items);
  }
}
