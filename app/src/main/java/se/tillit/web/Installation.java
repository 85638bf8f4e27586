package se.tillit.web;

/// What the page must know of the installation: version of its files, whether all is make-believe,
/// and the form token.
///
/// @param assets changes with each build, so that browsers may keep style sheets and scripts for
///   ever
public record Installation(String assets, boolean demo, Csrf csrf) {

  /// The hidden field that every form carries.
  public record Csrf(String name, String value) {}
}
