package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.improvement.measure.Today.TODAY;
import static se.tillit.schema.improvement.Tables.PUBLISHED_REVIEW;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Whether management has reviewed the work in the last year (K-4.1.1, ISO/IEC 27001 clause 9.3):
/// one record for each executive board, which answers for the whole.
@Component
class ReviewHeld implements Indicator {

  @Override
  public String key() {
    return "improvement.review-held";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("review", "body");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    var b = CURRENT_BODY;
    return select(
            b.BODY_ID,
            DSL.castNull(SQLDataType.UUID),
            b.BODY_ID,
            b.NAME,
            field(
                exists(
                    selectOne()
                        .from(PUBLISHED_REVIEW)
                        .where(PUBLISHED_REVIEW.TENANT_ID.eq(b.TENANT_ID))
                        .and(PUBLISHED_REVIEW.FROZEN)
                        .and(PUBLISHED_REVIEW.DAY.gt(TODAY.minus(365))))),
            inline("improvement.indicator.review-held.remedy"),
            DSL.castNull(SQLDataType.UUID),
            inline("/reviews"))
        .from(b)
        .where(b.KIND.eq(inline("executive_board")));
  }
}
