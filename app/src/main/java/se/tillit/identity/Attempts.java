package se.tillit.identity;

/// Counts what strangers try, over nodes and restarts, so that nobody guesses for long: five
/// failures of one thing from one address and four hundred from one address in a quarter of an
/// hour.
public interface Attempts {

  /// Counts one failure, and keeps it when the attempt's transaction is undone.
  ///
  /// @param what what was tried, such as `answer …`
  /// @param address where it was tried from
  void count(String what, String address);

  boolean tooMany(String what, String address);
}
