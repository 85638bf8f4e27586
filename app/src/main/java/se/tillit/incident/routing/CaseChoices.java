package se.tillit.incident.routing;

import static se.tillit.schema.asset.Tables.GROUND_IN_FORCE;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Role;
import se.tillit.web.Option;
import se.tillit.web.Words;

/// What the forms about cases offer to choose among.
@Component
public class CaseChoices {

  private static final int MOST = 500;

  private final DSLContext sql;

  CaseChoices(DSLContext sql) {
    this.sql = sql;
  }

  @Transactional(readOnly = true)
  public List<Option> bodies(@Nullable String chosen) {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.KIND.notIn("auditors", "management_group"))
        .orderBy(CURRENT_BODY.NAME)
        .fetch(row -> option(row.value1(), row.value2(), chosen));
  }

  @Transactional(readOnly = true)
  public List<Option> legalEntities(@Nullable String chosen) {
    return sql.select(CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID, CURRENT_LEGAL_ENTITY.NAME)
        .from(CURRENT_LEGAL_ENTITY)
        .orderBy(CURRENT_LEGAL_ENTITY.NAME)
        .fetch(row -> option(row.value1(), row.value2(), chosen));
  }

  /// People who may read cases: those who hold a role for it, or manage something.
  @Transactional(readOnly = true)
  public List<Option> handlers(@Nullable String chosen) {
    var r = CURRENT_ROLE_HOLDING;
    var a = CURRENT_ASSIGNMENT;
    return sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME)
        .from(PERSON_NAME)
        .where(PERSON_NAME.NAME.ne(""))
        .and(
            PERSON_NAME
                .PERSON_ID
                .in(
                    DSL.select(r.PERSON_ID)
                        .from(r)
                        .where(
                            r.ROLE.in(
                                Role.COORDINATOR.key(),
                                Role.HEAD_OF_SECURITY.key(),
                                Role.SYSTEM_OWNER.key())))
                .or(
                    PERSON_NAME.PERSON_ID.in(
                        DSL.select(a.PERSON_ID).from(a).where(a.KIND.eq("manager")))))
        .orderBy(PERSON_NAME.NAME, PERSON_NAME.PERSON_ID)
        .limit(MOST)
        .fetch(row -> option(row.value1(), row.value2(), chosen));
  }

  @Transactional(readOnly = true)
  public List<Option> grounds(@Nullable String chosen, Words words) {
    return sql.select(GROUND_IN_FORCE.CODE, GROUND_IN_FORCE.PROVISION)
        .from(GROUND_IN_FORCE)
        .orderBy(GROUND_IN_FORCE.POSITION)
        .fetch(row ->
            Option.of(
                row.value1(),
                row.value2() + " – " + words.t("asset.ground." + row.value1()),
                row.value1().equals(chosen)));
  }

  private static Option option(UUID id, String name, @Nullable String chosen) {
    return Option.of(id.toString(), name, Objects.equals(id.toString(), chosen));
  }
}
