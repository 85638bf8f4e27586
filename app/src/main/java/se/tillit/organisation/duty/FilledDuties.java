package se.tillit.organisation.duty;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.organisation.Tables.EXPECTED_DUTY;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Expected duties that a living person fills, with a deputy where one is needed (K-4.1.2).
@Component
class FilledDuties implements Indicator {

  private static final String REMEDY = "organisation.indicator.roles-filled.remedy";

  @Override
  public String key() {
    return "organisation.roles-filled";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("role-holding", "assignment", "person", "body", "unit", "legal-entity");
  }

  @Override
  public String responsible() {
    return Role.COORDINATOR.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    return select(
            EXPECTED_DUTY.BODY_ID,
            EXPECTED_DUTY.UNIT_ID,
            EXPECTED_DUTY.EXPECTATION_ID,
            when(EXPECTED_DUTY.PLACE_NAME.eq(""), EXPECTED_DUTY.ROLE)
                .otherwise(concat(EXPECTED_DUTY.ROLE, inline(" · "), EXPECTED_DUTY.PLACE_NAME)),
            field(
                EXPECTED_DUTY
                    .HOLDER_ID
                    .isNotNull()
                    .and(
                        EXPECTED_DUTY
                            .NEEDS_DEPUTY
                            .isFalse()
                            .or(EXPECTED_DUTY.DEPUTY_ID.isNotNull()))),
            inline(REMEDY),
            inline((UUID) null, UUID.class),
            inline("/roles"))
        .from(EXPECTED_DUTY);
  }
}
