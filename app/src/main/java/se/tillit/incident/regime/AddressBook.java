package se.tillit.incident.regime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Who receives, under the name each bears from a day on; the version that applies comes first.
public record AddressBook(List<Entry> entries) {

  public AddressBook {
    entries = List.copyOf(entries);
  }

  public record Entry(String code, LocalDate from, Recipient recipient) {}

  /// Who receives on a day.
  public Optional<Recipient> on(LocalDate day, String code) {
    return entries.stream()
        .filter(it -> it.code().equals(code) && !it.from().isAfter(day))
        .findFirst()
        .map(Entry::recipient);
  }
}
