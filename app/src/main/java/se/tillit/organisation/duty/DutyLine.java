package se.tillit.organisation.duty;

import java.util.Locale;

/// A duty as a spreadsheet has it: held by somebody, or by nobody though it shall be.
record DutyLine(
    String duty, String place, ExpectedDuty.Holder holder, boolean deputy, State state) {

  /// How it stands.
  enum State {
    FILLED,
    VACANT,
    LEFT;

    String messageKey() {
      return this == VACANT
          ? "organisation.vacant"
          : "organisation.duty." + name().toLowerCase(Locale.ROOT);
    }
  }

  static DutyLine of(HeldDuty held) {
    State state = held.living() ? State.FILLED : State.LEFT;
    return new DutyLine(held.duty(), held.place(), held.holder(), held.deputy(), state);
  }

  static DutyLine vacant(ExpectedDuty expected, boolean deputy) {
    ExpectedDuty.Holder nobody = new ExpectedDuty.Holder(null, null);
    return new DutyLine(expected.duty(), expected.place(), nobody, deputy, State.VACANT);
  }
}
