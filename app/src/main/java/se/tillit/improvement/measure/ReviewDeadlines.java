package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.improvement.Tables.PUBLISHED_REVIEW;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.deadline.DeadlineSource;
import se.tillit.improvement.ImprovementPermissions;

/// When management is to review the work: each planned review on its day, and the next one at the
/// latest a year after the last (this year's last day when there was none).
@Component
class ReviewDeadlines implements DeadlineSource {

  private static final UUID NEXT = new UUID(0, 93);

  @Override
  public String kind() {
    return "improvement.review";
  }

  @Override
  public String permission() {
    return ImprovementPermissions.READ_REVIEWS;
  }

  @Override
  public Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> deadlines() {
    var r = PUBLISHED_REVIEW;
    Field<LocalDate> latest =
        field(
            "coalesce(({0} + interval '1 year')::date,"
                + " (date_trunc('year', kernel.today()) + interval '1 year - 1 day')::date)",
            LocalDate.class, max(r.DAY));
    return select(
            r.DAY,
            r.TITLE,
            r.BODY_ID,
            castNull(SQLDataType.UUID),
            castNull(SQLDataType.UUID),
            concat(inline("/reviews/"), r.REVIEW_ID.cast(SQLDataType.VARCHAR)),
            r.FROZEN,
            r.REVIEW_ID)
        .from(r)
        .unionAll(
            select(
                    latest,
                    inline("ISO/IEC 27001 9.3"),
                    castNull(SQLDataType.UUID),
                    castNull(SQLDataType.UUID),
                    castNull(SQLDataType.UUID),
                    inline("/reviews"),
                    inline(false),
                    inline(NEXT))
                .from(r)
                .where(r.FROZEN));
  }
}
