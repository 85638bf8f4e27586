package se.tillit.incident.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The regimes as they stand: on a day, or in the version that a clock began with.
public interface Regimes {

  /// Those in force on a day, in the order of the table of parallel clocks.
  List<InForce> inForce(LocalDate day);

  Optional<InForce> inForce(String code, LocalDate day);

  /// A version by its id, in force or not.
  InForce version(UUID definition);

  /// Who receives on a day, under the name it bears that day.
  Optional<Recipient> recipient(String code, LocalDate day);

  /// All who receive, under the names they bear from day to day: for a page that names many.
  AddressBook recipients();

  /// A regime with the version that says so.
  record InForce(UUID definition, int number, boolean own, Regime regime) {}
}
