package se.tillit.web;

import java.util.ArrayList;
import java.util.List;

/// Everything that the layout around a page needs to know; the page's own matter comes beside it.
///
/// A controller receives one that already knows the request, and says what the page is:
/// `page.titled(words.t("asset.list.title")).under(new Crumb(...))`.
public record Page(
    Words words,
    String title,
    Place place,
    Viewer viewer,
    Menu menu,
    List<Flash> flashes,
    Installation installation) {

  public Page {
    flashes = List.copyOf(flashes);
  }

  /// The same page under its own name.
  public Page titled(String newTitle) {
    return new Page(words, newTitle, place, viewer, menu, flashes, installation);
  }

  /// The same page with the way that leads to it, from the top; the page itself is not named again.
  public Page under(Crumb... crumbs) {
    return new Page(
        words, title, place.under(List.of(crumbs)), viewer, menu, flashes, installation);
  }

  public Page under(List<Crumb> crumbs) {
    return new Page(words, title, place.under(crumbs), viewer, menu, flashes, installation);
  }

  /// The same page with one more message at the top.
  public Page saying(Flash flash) {
    List<Flash> more = new ArrayList<>(flashes);
    more.add(flash);
    return new Page(words, title, place, viewer, menu, more, installation);
  }

  public String t(String key, Object... arguments) {
    return words.t(key, arguments);
  }
}
