package se.tillit.notification;

import java.util.Collection;
import java.util.UUID;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Select;
import se.tillit.kernel.PersonId;

/// Tells people things, in the transaction of what happened: told if and only if that commits. Each
/// gets it in the inbox, and by e-mail as she has chosen.
public interface Notifications {

  void tell(PersonId person, Notice notice);

  default void tell(Collection<PersonId> people, Notice notice) {
    people.forEach(person -> tell(person, notice));
  }

  /// Takes back what was told about a page or what lies below it, read or unread, and the letters
  /// about it that have not gone: for what nobody may see any longer.
  int withdraw(Collection<String> paths);

  /// Tells many people set-wise, once each: for work at night.
  ///
  /// @param key message key with one argument, the label
  /// @param whom in this order: `person_id`, label, path below the tenant's address, and the mark
  ///   that makes it once
  /// @return how many were told now
  int tellEach(String key, Select<Record4<UUID, String, String, String>> whom);

  /// The same, mailed at once to everybody, whatever she has chosen: for a last moment that the law
  /// sets.
  ///
  /// @param whom the message key first, then as above
  int tellEachAtOnce(Select<Record5<String, UUID, String, String, String>> whom);
}
