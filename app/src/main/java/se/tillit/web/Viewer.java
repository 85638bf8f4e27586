package se.tillit.web;

/// The person who looks: name, the role they look as, and how they want it shown.
public record Viewer(
    String name, String role, ColourScheme colourScheme, Density density, int unread) {

  /// Up to two capitals that stand for the name where it has no room.
  public String initials() {
    String[] words = name.strip().split("\\s+");
    String first = initial(words[0]);
    return words.length == 1 ? first : first + initial(words[words.length - 1]);
  }

  private static String initial(String word) {
    return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase();
  }
}
