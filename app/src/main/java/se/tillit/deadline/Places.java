package se.tillit.deadline;

import java.util.UUID;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;

/// What units, bodies and people are called today, and what lies within a unit. The organisation
/// answers, which this module stands below; the answers are statements, to be joined.
public interface Places {

  /// Every unit: id, name.
  Select<Record2<UUID, String>> units();

  /// Every body: id, name.
  Select<Record2<UUID, String>> bodies();

  /// Every person: id, name to show (empty for a protected identity).
  Select<Record2<UUID, String>> people();

  /// The unit itself and all below it.
  Select<Record1<UUID>> within(UUID unit);
}
