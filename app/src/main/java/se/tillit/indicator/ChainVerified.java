package se.tillit.indicator;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;
import static se.tillit.schema.audittrail.Tables.LATEST_VERIFICATION;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.schema.kernel.Routines;

/// The trail is traceable (M-2.1d): its chain was walked since yesterday, and was whole. It stands
/// here because the trail comes before the indicators.
@Component
class ChainVerified implements Indicator {

  @Override
  public String key() {
    return "audittrail.chain-verified";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("tenant");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  /// One record, labelled by when the chain was last walked.
  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    var v = LATEST_VERIFICATION;
    var recently =
        v.AT.cast(SQLDataType.LOCALDATE).ge(Routines.today().minus(1)).and(v.PROBLEM.isNull());
    return select(
            castNull(SQLDataType.UUID),
            castNull(SQLDataType.UUID),
            Routines.currentTenant(),
            coalesce(v.AT.cast(SQLDataType.LOCALDATE).cast(SQLDataType.VARCHAR), inline("–")),
            coalesce(field(recently), inline(false)),
            inline("audittrail.indicator.chain-verified.remedy"),
            castNull(SQLDataType.UUID),
            inline("/trail/verification"))
        .from(selectOne().asTable("installation"))
        .leftJoin(v)
        .on(trueCondition());
  }
}
