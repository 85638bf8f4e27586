package se.tillit.governingdocument.watch;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.governingdocument.Tables.DOCUMENT_IN_FORCE;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Municipalities and federations that have a policy in force and within its revision date (M-1a,
/// M-1b).
@Component
class PolicyValid implements Indicator {

  @Override
  public String key() {
    return "governingdocument.policy-valid";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("document", "legal-entity", "term");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    var policy = DOCUMENT_IN_FORCE.as("policy");
    var today = field("kernel.today()", SQLDataType.LOCALDATE);
    return select(
            castNull(SQLDataType.UUID),
            castNull(SQLDataType.UUID),
            CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID,
            CURRENT_LEGAL_ENTITY.NAME,
            field(
                policy
                    .DOCUMENT_ID
                    .isNotNull()
                    .and(policy.REVISION_DAY.isNull().or(policy.REVISION_DAY.ge(today)))),
            when(
                    policy.DOCUMENT_ID.isNull(),
                    inline("governingdocument.indicator.policy-valid.remedy.none"))
                .otherwise(inline("governingdocument.indicator.policy-valid.remedy.overdue")),
            policy.OWNER_PERSON_ID,
            when(policy.DOCUMENT_ID.isNull(), inline("/documents"))
                .otherwise(
                    concat(inline("/documents/"), policy.DOCUMENT_ID.cast(SQLDataType.VARCHAR))))
        .from(CURRENT_LEGAL_ENTITY)
        .leftJoin(
            DSL.lateral(
                select(policy.DOCUMENT_ID, policy.REVISION_DAY, policy.OWNER_PERSON_ID)
                    .from(policy)
                    .where(policy.LEVEL.eq("policy"))
                    .and(
                        policy
                            .LEGAL_ENTITY_ID
                            .isNull()
                            .or(policy.LEGAL_ENTITY_ID.eq(CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID)))
                    .orderBy(policy.REVISION_DAY.desc().nullsFirst())
                    .limit(1)
                    .asTable("policy")))
        .on(DSL.trueCondition())
        .where(CURRENT_LEGAL_ENTITY.KIND.in("municipality", "federation"));
  }
}
