package se.tillit.followup;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static se.tillit.schema.indicator.Tables.CURRENT_FIGURE;
import static se.tillit.schema.indicator.Tables.KEPT_FIGURE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// The figures of a day, unit by unit: today's, or those that were last kept on or before another.
/// What was measured then is never reckoned anew.
final class FigureRows {

  static final Field<String> INDICATOR = field(name("f", "indicator"), String.class);
  static final Field<UUID> BODY = field(name("f", "body_id"), UUID.class);
  static final Field<UUID> UNIT = field(name("f", "unit_id"), UUID.class);
  static final Field<UUID> CLAUSE = field(name("f", "clause_id"), UUID.class);
  static final Field<Integer> MET = field(name("f", "met"), Integer.class);
  static final Field<Integer> TOTAL = field(name("f", "total"), Integer.class);

  // Figures are kept every night; what is older than this tells nothing of the day.
  private static final int OLDEST = 62;

  private FigureRows() {}

  /// @param day null for now
  static Table<?> of(@Nullable LocalDate day) {
    return day == null ? current() : kept(day);
  }

  private static Table<?> current() {
    var f = CURRENT_FIGURE;
    return select(f.INDICATOR, f.BODY_ID, f.UNIT_ID, f.MET, f.TOTAL, f.CLAUSE_ID)
        .from(f)
        .asTable("f");
  }

  private static Table<?> kept(LocalDate day) {
    var f = KEPT_FIGURE;
    var d = KEPT_FIGURE.as("d");
    var last =
        select(d.INDICATOR, max(d.DAY).as("day"))
            .from(d)
            .where(d.DAY.le(day))
            .and(d.DAY.gt(day.minusDays(OLDEST)))
            .groupBy(d.INDICATOR)
            .asTable("last");
    return select(f.INDICATOR, f.BODY_ID, f.UNIT_ID, f.MET, f.TOTAL, f.CLAUSE_ID)
        .from(f)
        .join(last)
        .on(f.INDICATOR.eq(last.field(d.INDICATOR)))
        .and(f.DAY.eq(last.field("day", LocalDate.class)))
        .asTable("f");
  }

  static Field<BigDecimal> total(Field<Integer> part) {
    return coalesce(sum(part), BigDecimal.ZERO);
  }
}
