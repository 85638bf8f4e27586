package se.tillit.web;

import java.util.List;

/// The ways to go from any page: groups at the side, the four of the phone's bar, and fixed
/// addresses.
///
/// @param groups at most five, each a question that the viewer may ask
/// @param phone the phone's bar: where we stand, what to do, report, search
public record Menu(List<NavGroup> groups, List<NavItem> phone, Links links) {

  public Menu {
    groups = List.copyOf(groups);
    phone = List.copyOf(phone);
  }

  /// Addresses that every page links to.
  ///
  /// @param start the viewer's first page
  /// @param search takes `GET ?q=`
  /// @param settings takes `POST` of `colourScheme`, `density`, `language` and `returnTo`
  /// @param signOut takes `POST`
  public record Links(
      String start, String search, String inbox, String account, String settings, String signOut) {}
}
