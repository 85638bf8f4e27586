package se.tillit.incident;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/// What time it is in a case. A case that is real has the time of the world. All that happens in an
/// exercise's case lies on one line, the exercise's own: when it happened, was decided and sent,
/// what a clock counts from, when it is due and when it reminds. By the time of the world are kept
/// only the trail, when something was written down (`recorded_at`, `made_at`, `edited_at`), and
/// when the exercise itself was started, paused and ended.
public interface CaseTime {

  /// @param exercise the exercise that the case belongs to; none when it is real
  Instant now(@Nullable UUID exercise);

  /// The same for each row of a statement.
  Field<Instant> nowOf(Field<UUID> exercise);
}
