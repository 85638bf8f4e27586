package se.tillit.governingdocument.comparison;

import java.util.BitSet;

/// The most places that can stand as they are while the fewest others move.
final class LongestOrder {

  private LongestOrder() {}

  /// Which of the numbers form the longest rising row, in n log n steps.
  static BitSet of(int[] numbers) {
    int[] lastOf = new int[numbers.length];
    int[] previous = new int[numbers.length];
    int length = 0;
    for (int i = 0; i < numbers.length; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) / 2;
        if (numbers[lastOf[middle]] < numbers[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : lastOf[low - 1];
      lastOf[low] = i;
      length = Math.max(length, low + 1);
    }
    BitSet row = new BitSet(numbers.length);
    for (int i = length == 0 ? -1 : lastOf[length - 1]; i >= 0; i = previous[i]) {
      row.set(i);
    }
    return row;
  }
}
