package se.tillit.organisation.setup;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_LEGAL_ENTITY;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.EXPECTED_DUTY;
import static se.tillit.schema.organisation.Tables.PUBLISHED_MEETING;
import static se.tillit.schema.organisation.Tables.PUBLISHED_TERM;

import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import se.tillit.organisation.SetupSource;
import se.tillit.organisation.SetupStep;
import se.tillit.organisation.SetupStep.Ways;

/// What the organisation itself needs: who decides, where the work is done, by whom and for how
/// long. A federation (kommunalförbund) with nothing but a directorate needs no more bodies.
@Component
class OrganisationSteps implements SetupSource {

  private static final Field<LocalDate> TODAY = field("kernel.today()", LocalDate.class);
  private static final Field<Integer> NONE = inline(0);
  private static final List<String> MEETING_KINDS =
      List.of("council", "executive_board", "board", "company_board", "directorate");

  @Override
  public List<SetupStep> steps() {
    return List.of(
        entities(), bodies(), units(), people(), managers(), terms(), meetings(), duties());
  }

  private static SetupStep entities() {
    return step(
        "entity",
        1,
        "organisation.write",
        new Ways("/bodies/new", "/imports/new/units"),
        field(selectCount().from(CURRENT_LEGAL_ENTITY)),
        NONE);
  }

  private static SetupStep bodies() {
    return step(
        "body",
        2,
        "organisation.write",
        new Ways("/bodies/new", "/imports/new/units"),
        field(selectCount().from(CURRENT_BODY)),
        field(
            selectCount()
                .from(CURRENT_LEGAL_ENTITY)
                .where(
                    notExists(
                        selectOne()
                            .from(CURRENT_BODY)
                            .where(CURRENT_BODY.TENANT_ID.eq(CURRENT_LEGAL_ENTITY.TENANT_ID))
                            .and(
                                CURRENT_BODY.LEGAL_ENTITY_ID.eq(
                                    CURRENT_LEGAL_ENTITY.LEGAL_ENTITY_ID))))));
  }

  private static SetupStep units() {
    return step(
        "unit",
        3,
        "organisation.write",
        new Ways("/units/new", "/imports/new/units"),
        field(selectCount().from(CURRENT_UNIT)),
        NONE);
  }

  private static SetupStep people() {
    return step(
        "person",
        4,
        "organisation.people-write",
        new Ways("/people/new", "/imports/new/people"),
        field(select(DSL.countDistinct(CURRENT_ASSIGNMENT.PERSON_ID)).from(CURRENT_ASSIGNMENT)),
        NONE);
  }

  private static SetupStep managers() {
    Condition managed =
        exists(
            selectOne()
                .from(CURRENT_MANAGER)
                .where(CURRENT_MANAGER.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID))
                .and(CURRENT_MANAGER.UNIT_ID.eq(CURRENT_UNIT.UNIT_ID)));
    return step(
        "manager",
        5,
        "organisation.people-write",
        new Ways("/people/new?kind=manager", "/imports/new/people"),
        field(selectCount().from(CURRENT_UNIT).where(managed)),
        field(selectCount().from(CURRENT_UNIT).where(managed.not())));
  }

  private static SetupStep terms() {
    return step(
        "term",
        6,
        "organisation.write",
        new Ways("/terms", null),
        field(
            selectCount()
                .from(PUBLISHED_TERM)
                .where(PUBLISHED_TERM.FROM_DAY.le(TODAY))
                .and(PUBLISHED_TERM.TO_DAY.ge(TODAY))),
        NONE);
  }

  private static SetupStep meetings() {
    Condition ahead = PUBLISHED_MEETING.DAY.ge(TODAY);
    return step(
        "meeting",
        7,
        "organisation.meetings",
        new Ways("/bodies", null),
        field(selectCount().from(PUBLISHED_MEETING)),
        field(
            selectCount()
                .from(CURRENT_BODY)
                .where(CURRENT_BODY.KIND.in(MEETING_KINDS))
                .and(
                    notExists(
                        selectOne()
                            .from(PUBLISHED_MEETING)
                            .where(PUBLISHED_MEETING.TENANT_ID.eq(CURRENT_BODY.TENANT_ID))
                            .and(PUBLISHED_MEETING.BODY_ID.eq(CURRENT_BODY.BODY_ID))
                            .and(ahead)))));
  }

  private static SetupStep duties() {
    return step(
        "duty",
        8,
        "organisation.duties-write",
        new Ways("/roles/expected", null),
        field(selectCount().from(EXPECTED_DUTY).where(EXPECTED_DUTY.HOLDER_ID.isNotNull())),
        field(selectCount().from(EXPECTED_DUTY).where(EXPECTED_DUTY.HOLDER_ID.isNull())));
  }

  private static SetupStep step(
      String name,
      int order,
      String permission,
      Ways ways,
      Field<Integer> there,
      Field<Integer> lacking) {
    return new SetupStep("organisation.setup." + name, order, permission, ways, there, lacking);
  }
}
