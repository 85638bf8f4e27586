package se.tillit.organisation.duty;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.LIVING_HOLDER;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.indicator.Indicator;

/// Bodies that are controllers, each with a data protection officer or contact of its own (M-3d):
/// each controller appoints one, and an officer whom nobody has appointed for it does not count.
@Component
class AssignedControllers implements Indicator {

  @Override
  public String key() {
    return "organisation.controller-assigned";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("role-holding", "assignment", "body", "legal-entity");
  }

  @Override
  public String responsible() {
    return Role.DATA_PROTECTION_OFFICER.key();
  }

  @Override
  public Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records() {
    return select(
            CURRENT_BODY.BODY_ID,
            inline((UUID) null, UUID.class),
            CURRENT_BODY.BODY_ID,
            CURRENT_BODY.NAME,
            field(
                exists(
                    selectOne()
                        .from(LIVING_HOLDER)
                        .where(LIVING_HOLDER.TENANT_ID.eq(CURRENT_BODY.TENANT_ID))
                        .and(
                            LIVING_HOLDER.ROLE.in(
                                Duty.DATA_PROTECTION_OFFICER.key(),
                                Duty.DATA_PROTECTION_CONTACT.key()))
                        .and(
                            LIVING_HOLDER
                                .BODY_ID
                                .eq(CURRENT_BODY.BODY_ID)
                                .or(
                                    LIVING_HOLDER.LEGAL_ENTITY_ID.eq(
                                        CURRENT_BODY.LEGAL_ENTITY_ID))))),
            inline("organisation.indicator.controller-assigned.remedy"),
            inline((UUID) null, UUID.class),
            concat(inline("/bodies/"), CURRENT_BODY.BODY_ID.cast(String.class)))
        .from(CURRENT_BODY)
        .where(
            CURRENT_BODY.KIND.in(
                "executive_board", "board", "company_board", "guardian", "directorate"));
  }
}
