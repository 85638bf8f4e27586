package se.tillit.governingdocument.comparison;

import java.util.List;

/// Places in the earlier and the later version that hold the same clause.
record Pair(List<Integer> before, List<Integer> after, boolean same) {

  static Pair same(int before, int after) {
    return new Pair(List.of(before), List.of(after), true);
  }

  static Pair similar(int before, int after) {
    return new Pair(List.of(before), List.of(after), false);
  }
}
