package se.tillit.audittrail;

/// Where every change leaves its mark (M-2.1d). Call it inside the transaction that makes the
/// change: the entry is chained just before commit, and if it can't be written the change is
/// undone.
public interface Trail {

  /// @param action module and past participle, such as `asset.registered`
  void record(String action, Subject subject, Detail detail);

  default void record(String action, Subject subject) {
    record(action, subject, Detail.none());
  }
}
