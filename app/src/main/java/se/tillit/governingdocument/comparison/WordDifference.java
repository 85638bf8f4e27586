package se.tillit.governingdocument.comparison;

import java.util.ArrayList;
import java.util.List;
import se.tillit.governingdocument.comparison.Change.Piece;
import se.tillit.governingdocument.comparison.Change.Side;

/// The fewest words that must go and come to turn one text into another.
final class WordDifference {

  /// Above this many comparisons the middle is shown as replaced whole: nobody reads such a
  /// difference by words.
  private static final int MOST_CELLS = 4_000_000;

  private final String[] before;
  private final String[] after;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<String> row = new ArrayList<>();
  private Side side = Side.BOTH;

  private WordDifference(String[] before, String[] after) {
    this.before = before;
    this.after = after;
  }

  static List<Piece> of(String before, String after) {
    WordDifference difference = new WordDifference(words(before), words(after));
    difference.walk();
    return difference.pieces;
  }

  private static String[] words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? new String[0] : stripped.split("\\s+");
  }

  private void walk() {
    int start = 0;
    while (start < before.length && start < after.length && before[start].equals(after[start])) {
      add(Side.BOTH, before[start++]);
    }
    int end = 0;
    while (end < before.length - start
        && end < after.length - start
        && before[before.length - 1 - end].equals(after[after.length - 1 - end])) {
      end++;
    }
    walkMiddle(start, before.length - end, after.length - end);
    for (int i = before.length - end; i < before.length; i++) {
      add(Side.BOTH, before[i]);
    }
    close();
  }

  private void walkMiddle(int start, int endBefore, int endAfter) {
    int i = start;
    int j = start;
    if ((long) (endBefore - start) * (endAfter - start) <= MOST_CELLS) {
      int[][] common = common(start, endBefore, endAfter);
      while (i < endBefore && j < endAfter) {
        if (before[i].equals(after[j])) {
          add(Side.BOTH, before[i++]);
          j++;
        } else if (common[i + 1 - start][j - start] >= common[i - start][j + 1 - start]) {
          add(Side.BEFORE, before[i++]);
        } else {
          add(Side.AFTER, after[j++]);
        }
      }
    }
    while (i < endBefore) {
      add(Side.BEFORE, before[i++]);
    }
    while (j < endAfter) {
      add(Side.AFTER, after[j++]);
    }
  }

  // common[i][j]: how many words the rests from i and j hold in common, in order.
  private int[][] common(int start, int endBefore, int endAfter) {
    int[][] common = new int[endBefore - start + 1][endAfter - start + 1];
    for (int i = endBefore - start - 1; i >= 0; i--) {
      for (int j = endAfter - start - 1; j >= 0; j--) {
        common[i][j] =
            before[start + i].equals(after[start + j])
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private void add(Side next, String word) {
    if (next != side) {
      close();
      side = next;
    }
    row.add(word);
  }

  private void close() {
    if (!row.isEmpty()) {
      pieces.add(new Piece(side, String.join(" ", row)));
      row.clear();
    }
  }
}
