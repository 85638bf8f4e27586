package se.tillit.web;

/// One page to go to.
///
/// @param badge how many things wait there; 0 shows nothing
public record NavItem(String labelKey, Icon icon, String href, boolean current, int badge) {}
