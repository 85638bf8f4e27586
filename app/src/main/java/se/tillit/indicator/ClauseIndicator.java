package se.tillit.indicator;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Record9;
import org.jooq.Select;

/// A figure that counts what clauses themselves ask for. A clause that is bound to it is told of
/// its own records alone, everybody else of all of them.
public interface ClauseIndicator extends Indicator {

  /// The records, as `records` has them, and last the clause that asks for each: `clause_id`.
  Select<Record9<UUID, UUID, UUID, String, Boolean, String, UUID, String, UUID>> recordsByClause();

  @Override
  default Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    return select(
            field(name("r", "body_id"), UUID.class),
            field(name("r", "unit_id"), UUID.class),
            field(name("r", "record_id"), UUID.class),
            field(name("r", "label"), String.class),
            field(name("r", "met"), Boolean.class),
            field(name("r", "remedy"), String.class),
            field(name("r", "person_id"), UUID.class),
            field(name("r", "path"), String.class))
        .from(FigureStore.named(recordsByClause()));
  }
}
