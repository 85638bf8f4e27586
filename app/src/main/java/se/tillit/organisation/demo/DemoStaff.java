package se.tillit.organisation.demo;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoPeople;
import se.tillit.identity.Role;
import se.tillit.kernel.Period;
import se.tillit.organisation.duty.Duty;
import se.tillit.organisation.duty.DutyRegister;
import se.tillit.organisation.duty.NewHolding;
import se.tillit.organisation.person.NewAssignment;
import se.tillit.organisation.person.NewPerson;
import se.tillit.organisation.person.PersonRegister;

/// Fills an invented organisation with people: most places well, some as they are in life.
@Component
class DemoStaff {

  private final PersonRegister people;
  private final DutyRegister duties;
  private final DemoPeople personas;

  DemoStaff(PersonRegister people, DutyRegister duties, DemoPeople personas) {
    this.people = people;
    this.duties = duties;
    this.personas = personas;
  }

  /// Somebody engaged: her id, her name and her address.
  private record Engaged(UUID id, String name, @Nullable String email) {}

  /// One tenant while it is being filled.
  private record Town(String key, DemoChart.Drawn chart, InventedNames names, LocalDate today) {

    Period since(int years) {
      return Period.since(today.minusYears(years).minusDays(names.between(0, 300)));
    }
  }

  void engage(String tenantKey, DemoChart.Drawn chart, LocalDate today) {
    Town town = new Town(tenantKey, chart, new InventedNames(tenantKey), today);
    int place = 0;
    for (Map.Entry<String, UUID> unit : chart.units().entrySet()) {
      staff(town, unit.getKey(), unit.getValue(), place++);
    }
    for (Map.Entry<String, UUID> body : chart.bodies().entrySet()) {
      elect(town, body.getKey(), body.getValue());
    }
    giveDuties(town);
    expectDuties();
  }

  private void staff(Town town, String name, UUID unit, int place) {
    Engaged manager = add(town.names().next());
    people.assign(
        assignment(manager, "manager", unit, "Chef", managed(town, place)), manager.name());
    if (name.equals("Ängsskolan") || name.equals("Västra skolan")) {
      present(town, manager, Role.MANAGER);
    }
    for (int i = town.names().between(1, 4); i > 0; i--) {
      NewPerson person = place == 9 && i == 1 ? town.names().hidden() : town.names().next();
      Engaged employee = add(person);
      String kind = place % 17 == 5 && i == 1 ? "consultant" : "employee";
      String title = kind.equals("consultant") ? "Konsult" : "Handläggare";
      people.assign(assignment(employee, kind, unit, title, town.since(2)), employee.name());
      if (i == 1 && (name.equals("Hemtjänst Norr") || name.equals("Hemtjänsten"))) {
        present(town, employee, Role.EMPLOYEE);
      }
    }
  }

  /// Every thirteenth manager has left and nobody has come after.
  private static Period managed(Town town, int place) {
    Period period = town.since(3);
    return place % 13 == 12
        ? new Period(period.from(), town.today().minusDays(20 + place % 40))
        : period;
  }

  private void elect(Town town, String name, UUID body) {
    if (name.endsWith("ledningsgrupp")) {
      return;
    }
    int seats = name.equals("Kommunfullmäktige") ? 9 : 5;
    for (int i = 0; i < seats; i++) {
      Engaged member = add(town.names().next());
      String title = i == 0 ? "Ordförande" : i == 1 ? "Vice ordförande" : "Ledamot";
      people.assign(
          new NewAssignment(
              member.id(), "elected", null, body, title, Period.since(town.today().minusYears(3))),
          member.name());
      if (i == 0 && name.equals("Kommunstyrelsen")) {
        present(town, member, Role.ELECTED);
      }
    }
  }

  private void giveDuties(Town town) {
    Iterator<UUID> units = town.chart().units().values().iterator();
    UUID office = units.next();
    Engaged coordinator =
        hold(town, Duty.COORDINATOR, Role.COORDINATOR, office, "Informationssäkerhetssamordnare");
    Engaged head =
        hold(town, Duty.HEAD_OF_SECURITY, Role.HEAD_OF_SECURITY, office, "Säkerhetschef");
    hold(town, Duty.REGISTRAR, Role.REGISTRAR, office, "Nämndsekreterare");
    hold(town, Duty.AUDITOR, Role.AUDITOR, null, "Revisor");
    hold(town, Duty.ADMINISTRATOR, Role.ADMINISTRATOR, office, "Systemadministratör");
    hold(town, Duty.MUNICIPAL_DIRECTOR, null, office, "Kommundirektör");
    hold(town, Duty.IT_MANAGER, null, office, "IT-chef");
    hold(town, Duty.ARCHIVIST, null, office, "Kommunarkivarie");
    give(town, Duty.COORDINATOR, head, NewHolding.For.EVERYTHING, true);
    give(town, Duty.SECURITY_PROTECTION_OFFICER, head, NewHolding.For.EVERYTHING, false);
    give(town, Duty.SECURITY_PROTECTION_OFFICER, coordinator, NewHolding.For.EVERYTHING, true);
    officer(town);
  }

  /// The data protection officer serves every controller but one company, which has yet to decide.
  private void officer(Town town) {
    Engaged officer = add(town.names().next());
    present(town, officer, Role.DATA_PROTECTION_OFFICER);
    give(town, Duty.DATA_PROTECTION_OFFICER, officer, NewHolding.For.EVERYTHING, false);
    int place = 0;
    for (Map.Entry<String, UUID> body : town.chart().bodies().entrySet()) {
      boolean isController =
          !body.getKey().endsWith("ledningsgrupp") && !body.getKey().equals("Revisionen");
      if (isController && place++ % 5 != 3) {
        Engaged contact = add(town.names().next());
        UUID unit = unitUnder(town, body.getValue());
        people.assign(
            assignment(contact, "employee", unit, "Dataskyddskontakt", town.since(1)),
            contact.name());
        give(
            town,
            Duty.DATA_PROTECTION_CONTACT,
            contact,
            NewHolding.For.body(body.getValue()),
            false);
      }
    }
  }

  private static UUID unitUnder(Town town, UUID body) {
    return town.chart().units().entrySet().stream()
        .filter(unit -> body.equals(town.chart().bodyOfUnit().get(unit.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> town.chart().units().values().iterator().next());
  }

  private Engaged hold(
      Town town, Duty duty, @Nullable Role role, @Nullable UUID unit, String title) {
    Engaged holder = add(town.names().next());
    if (unit != null) {
      people.assign(assignment(holder, "employee", unit, title, town.since(3)), holder.name());
    }
    give(town, duty, holder, NewHolding.For.EVERYTHING, false);
    if (role != null) {
      present(town, holder, role);
    }
    return holder;
  }

  private void give(Town town, Duty duty, Engaged holder, NewHolding.For scope, boolean deputy) {
    duties.give(new NewHolding(duty, holder.id(), scope, deputy, town.since(1)), holder.name());
  }

  private void expectDuties() {
    duties.expect(Duty.COORDINATOR, "tenant", true);
    duties.expect(Duty.HEAD_OF_SECURITY, "tenant", true);
    duties.expect(Duty.DATA_PROTECTION_OFFICER, "tenant", true);
    duties.expect(Duty.SECURITY_PROTECTION_OFFICER, "tenant", true);
    duties.expect(Duty.ARCHIVIST, "tenant", false);
    duties.expect(Duty.DATA_PROTECTION_CONTACT, "body", false);
  }

  private void present(Town town, Engaged person, Role role) {
    personas.persona(
        town.key(), new DemoPeople.Face(person.id(), person.name(), person.email()), role);
  }

  private Engaged add(NewPerson person) {
    return new Engaged(people.add(person), person.name(), person.email());
  }

  private static NewAssignment assignment(
      Engaged person, String kind, UUID unit, String title, Period period) {
    return new NewAssignment(person.id(), kind, unit, null, title, period);
  }
}
