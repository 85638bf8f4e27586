package se.tillit.governingdocument.text;

import java.util.Set;

/// Tells a word divided at the end of a line from a hyphen that belongs to the word.
final class Hyphens {

  private static final Set<String> COORDINATORS =
      WordSet.of("och eller samt respektive resp. men till & /");

  private Hyphens() {}

  /// True for `informations-` followed by `säkerhet`; false for `IT-`, `e-` and `roll-` followed by
  /// `och`.
  static boolean isSplitWord(String before, String after) {
    boolean small = !after.isEmpty() && Character.isLowerCase(after.codePointAt(0));
    return small
        && before.length() > 2
        && !isSuspended(after)
        && before.chars().allMatch(Character::isLetter)
        && before.chars().skip(1).anyMatch(Character::isLowerCase);
  }

  /// True when the hyphen stands for a word that comes later, as in `roll- och ansvarsfördelning`.
  static boolean isSuspended(String after) {
    int space = after.indexOf(' ');
    return COORDINATORS.contains(space < 0 ? after : after.substring(0, space));
  }
}
