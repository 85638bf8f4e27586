package se.tillit.audittrail;

import java.util.Locale;

/// The first place where a chain is not what was written, and what is wrong there.
public record Break(Kind kind, long number) {

  /// The ways in which a chain can fail.
  public enum Kind {
    ALTERED("Entry %1$d has been altered: its words do not give its hash."),
    MISSING("Entry %1$d is not where it should be: it has been removed or moved."),
    INSERTED("Where entry %1$d should stand, an earlier number stands again: inserted or moved."),
    REPLACED("Entry %1$d does not follow from the one before it: one of the two was replaced."),
    REWRITTEN("At entry %1$d the chain is not the one that was signed."),
    STRANGER("The signature at entry %1$d is by a key that is not this installation's."),
    UNSIGNED("The signature at entry %1$d is not valid."),
    CUT("After entry %1$d the rest has been cut off.");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    /// The kind's word in data and message keys.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// In English, for the console of an auditor.
  public String sentence() {
    return kind.sentence.formatted(number);
  }
}
