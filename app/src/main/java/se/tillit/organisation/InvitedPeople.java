package se.tillit.organisation;

import static se.tillit.schema.organisation.Tables.PERSON;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;
import static se.tillit.schema.organisation.Tables.ROLE_HOLDING;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.People;
import se.tillit.identity.Role;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;

/// Answers identity's questions about the people it invites.
@Component
class InvitedPeople implements People {

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final int MOST = 20;

  private final DSLContext sql;
  private final Trail trail;
  private final Clock clock;

  InvitedPeople(DSLContext sql, Trail trail, Clock clock) {
    this.sql = sql;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public Optional<Invitee> one(UUID person) {
    return sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME, PERSON.EMAIL)
        .from(PERSON_NAME)
        .join(PERSON)
        .on(PERSON.TENANT_ID.eq(PERSON_NAME.TENANT_ID), PERSON.ID.eq(PERSON_NAME.PERSON_ID))
        .where(PERSON_NAME.PERSON_ID.eq(person))
        .fetchOptional(Records.mapping(InvitedPeople::invitee));
  }

  @Override
  public Map<UUID, String> namesOf(Set<UUID> people) {
    return sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME)
        .from(PERSON_NAME)
        .where(PERSON_NAME.PERSON_ID.in(people))
        .fetchMap(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME);
  }

  @Override
  public List<Invitee> search(String words) {
    String wanted = words.strip();
    if (wanted.isEmpty()) {
      return List.of();
    }
    return sql.select(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME, PERSON_NAME.EMAIL)
        .from(PERSON_NAME)
        .join(PERSON)
        .on(PERSON.TENANT_ID.eq(PERSON_NAME.TENANT_ID), PERSON.ID.eq(PERSON_NAME.PERSON_ID))
        .where(PERSON_NAME.NAME.containsIgnoreCase(wanted))
        .or(PERSON_NAME.EMAIL.startsWithIgnoreCase(wanted))
        .or(PERSON.EXTERNAL_ID.eq(wanted))
        .orderBy(PERSON_NAME.NAME, PERSON_NAME.PERSON_ID)
        .limit(MOST)
        .fetch(Records.mapping(InvitedPeople::invitee));
  }

  @Override
  public UUID registerAdministrator(String name, String email) {
    UUID tenant = Acting.current().tenant().value();
    UUID person = Ids.next();
    int space = name.strip().lastIndexOf(' ');
    sql.insertInto(PERSON)
        .set(PERSON.TENANT_ID, tenant)
        .set(PERSON.ID, person)
        .set(PERSON.GIVEN_NAME, space < 0 ? "" : name.strip().substring(0, space).strip())
        .set(PERSON.FAMILY_NAME, name.strip().substring(space + 1))
        .set(PERSON.EMAIL, email.strip())
        .execute();
    UUID holding = Ids.next();
    sql.insertInto(ROLE_HOLDING)
        .set(ROLE_HOLDING.TENANT_ID, tenant)
        .set(ROLE_HOLDING.ID, holding)
        .set(ROLE_HOLDING.ROLE, Role.ADMINISTRATOR.key())
        .set(ROLE_HOLDING.PERSON_ID, person)
        .set(ROLE_HOLDING.FROM_DAY, LocalDate.now(clock.withZone(SWEDEN)))
        .execute();
    trail.record("organisation.person-registered", Subject.of("person", person, name));
    trail.record("organisation.role-given", Subject.of("role-holding", holding, name));
    return person;
  }

  private static Invitee invitee(UUID person, String name, @Nullable String email) {
    return new Invitee(person, name, email == null ? "" : email);
  }
}
