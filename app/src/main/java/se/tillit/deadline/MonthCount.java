package se.tillit.deadline;

/// How many things fall due in a month, how many of them are done and how many late.
record MonthCount(int month, int total, int done, int overdue) {

  static MonthCount none(int month) {
    return new MonthCount(month, 0, 0, 0);
  }
}
