package se.tillit.improvement;

import static se.tillit.improvement.ActionState.CONFIRMED;
import static se.tillit.improvement.ActionState.DONE;
import static se.tillit.improvement.ActionState.DROPPED;
import static se.tillit.improvement.ActionState.PLANNED;
import static se.tillit.improvement.ActionState.UNDERWAY;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_ROLE_HOLDING;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.identity.Role;
import se.tillit.kernel.Sweden;

/// The invented municipalities' action plans: done, underway and late.
@Component
class DemoActions implements DemoChapter {

  private static final List<Planned> PLAN =
      List.of(
          new Planned(
              "asset.confirmed",
              "Bekräfta uppgifterna om enhetens informationstillgångar",
              "Gå igenom registret med arbetslaget och bekräfta varje tillgång.",
              "Alla tillgångar är bekräftade det senaste året.",
              -12,
              UNDERWAY,
              Priority.HIGH),
          new Planned(
              "classification.valid",
              "Klassa om e-arkivet",
              "Klassningen gick ut i våras. Kalla arkivarie och systemförvaltare.",
              "E-arkivet har en giltig klassning.",
              -34,
              PLANNED,
              Priority.NORMAL),
          new Planned(
              "asset.living-owner",
              "Utse ny ägare till elevhälsans journaler",
              "Den tidigare rektorn har slutat. Tillgången saknar ägare.",
              "Journalerna har en ägare som arbetar på enheten.",
              9,
              UNDERWAY,
              Priority.HIGH),
          new Planned(
              "classification.carrier-settled",
              "Fastställ nivån för verksamhetssystemet",
              "Systemet bär tillgångar med högre krav på tillgänglighet än det är klassat för.",
              "Systemets nivå är fastställd och leverantören vet om den.",
              18,
              PLANNED,
              Priority.NORMAL),
          new Planned(
              "organisation.roles-filled",
              "Utse ersättare för systemägaren",
              "Rollen har innehavare men ingen ersättare.",
              "Det finns alltid någon som kan fatta beslut om systemet.",
              26,
              PLANNED,
              Priority.NORMAL),
          new Planned(
              "asset.register-maintained",
              "Gör klart registret för hemtjänsten",
              "Pappersjournaler och nyckelkvittenser saknas i registret.",
              "All information som hemtjänsten hanterar finns i registret.",
              41,
              UNDERWAY,
              Priority.NORMAL),
          new Planned(
              null,
              "Lås rummet med personakter",
              "Vid tillsynen stod dörren olåst två gånger av tre.",
              "Bara behöriga kommer åt akterna.",
              -3,
              PLANNED,
              Priority.HIGH),
          new Planned(
              null,
              "Öva avbrott i trygghetslarmen",
              "Öva manuella rutiner en kväll med nattpatrullen.",
              "Personalen klarar fyra timmar utan system.",
              73,
              PLANNED,
              Priority.NORMAL),
          new Planned(
              "governingdocument.policy-valid",
              "Bered en reviderad policy för ny mandatperiod",
              "Remiss till nämnderna och bolagen, sedan kommunstyrelsen och fullmäktige.",
              "Fullmäktige har antagit policyn.",
              112,
              UNDERWAY,
              Priority.HIGH),
          new Planned(
              null,
              "Ta bort gamla konton i ekonomisystemet",
              "Konton för vikarier som slutat finns kvar.",
              "Inga konton finns kvar för den som slutat.",
              55,
              PLANNED,
              Priority.LOW),
          new Planned(
              "asset.confirmed",
              "Bekräfta skolornas elevregister",
              "Rektorerna bekräftar sina register före läsårsstart.",
              "Alla elevregister är bekräftade.",
              -61,
              DONE,
              Priority.NORMAL),
          new Planned(
              null,
              "Inför rensning av utskriftskön",
              "Känsliga utskrifter blev liggande i korridoren.",
              "Utskrifter hämtas med kort och rensas efter en timme.",
              -88,
              CONFIRMED,
              Priority.NORMAL),
          new Planned(
              "classification.valid",
              "Klassa bygglovsarkivet",
              "Första klassningen av arkivet, digitalt och på papper.",
              "Arkivet har en fastställd klassning.",
              -120,
              CONFIRMED,
              Priority.NORMAL),
          new Planned(
              "organisation.controller-assigned",
              "Anmäl dataskyddsombud för bolaget",
              "Bolaget är personuppgiftsansvarigt och saknade ombud.",
              "Ombudet är anmält till IMY.",
              -150,
              CONFIRMED,
              Priority.HIGH),
          new Planned(
              null,
              "Köp in säkerhetsskåp till växeln",
              "Föreslogs vid skyddsronden.",
              "",
              -30,
              DROPPED,
              Priority.LOW),
          new Planned(
              null,
              "Märk avfallskärl för sekretess",
              "Kärlen förväxlas på två av skolorna.",
              "Sekretessavfall hamnar i rätt kärl.",
              6,
              PLANNED,
              Priority.NORMAL),
          new Planned(
              "asset.living-owner",
              "Flytta ansvaret för kartdatabasen",
              "Enheten har gått upp i samhällsbyggnad. Delegationen gäller en person som slutat.",
              "Kartdatabasen har en ägare.",
              -8,
              PLANNED,
              Priority.NORMAL),
          new Planned(
              null,
              "Gå igenom behörigheter till socialtjänstens system",
              "Jämför listan över konton med personalen på enheten.",
              "Varje behörighet motsvaras av en arbetsuppgift.",
              32,
              UNDERWAY,
              Priority.HIGH));

  private final DSLContext sql;
  private final Actions actions;
  private final ActionStore store;
  private final Clock clock;

  DemoActions(DSLContext sql, Actions actions, ActionStore store, Clock clock) {
    this.sql = sql;
    this.actions = actions;
    this.store = store;
    this.clock = clock;
  }

  /// An invented action; its day is so many days from today.
  private record Planned(
      @Nullable String indicator,
      String title,
      String description,
      String goal,
      int due,
      ActionState state,
      Priority priority) {}

  @Override
  public int order() {
    return 50;
  }

  @Override
  public void write(String tenantKey) {
    List<UUID> units =
        sql.select(CURRENT_UNIT.UNIT_ID)
            .from(CURRENT_UNIT)
            .join(CURRENT_MANAGER)
            .on(CURRENT_MANAGER.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID))
            .and(CURRENT_MANAGER.UNIT_ID.eq(CURRENT_UNIT.UNIT_ID))
            .orderBy(CURRENT_UNIT.NAME)
            .fetch(CURRENT_UNIT.UNIT_ID);
    if (units.isEmpty()) {
      return;
    }
    UUID coordinator =
        sql.select(CURRENT_ROLE_HOLDING.PERSON_ID)
            .from(CURRENT_ROLE_HOLDING)
            .where(CURRENT_ROLE_HOLDING.ROLE.eq(Role.COORDINATOR.key()))
            .limit(1)
            .fetchOne(CURRENT_ROLE_HOLDING.PERSON_ID);
    int rounds = tenantKey.equals("kommunen") ? 2 : 1;
    for (int i = 0; i < PLAN.size() * rounds; i++) {
      boolean whole = i % 9 == 8;
      UUID unit = whole ? null : units.get((i * 7) % units.size());
      write(PLAN.get(i % PLAN.size()), unit, whole ? coordinator : null, i / PLAN.size() * 17);
    }
  }

  private void write(Planned planned, @Nullable UUID unit, @Nullable UUID owner, int later) {
    LocalDate due = Sweden.today(clock).plusDays(planned.due() + later);
    var action =
        new NewAction(
            planned.title(),
            planned.description(),
            planned.indicator() == null
                ? null
                : new NewAction.Source(planned.indicator(), null, "", null),
            new NewAction.Place(unit, null),
            new NewAction.Hands(owner, null),
            due,
            planned.priority());
    UUID id = actions.open(action);
    store.update(id, 0, new Draft(action, planned.goal(), due.minusDays(60), ""));
    LocalDate done = planned.state().isDone() ? due.minusDays(planned.due() % 11 + 6) : null;
    if (planned.state() != PLANNED) {
      String text =
          switch (planned.state()) {
            case CONFIRMED -> "Uppföljt tre månader senare: det fungerar.";
            case DROPPED -> "Löst på annat sätt när växeln flyttade.";
            default -> "";
          };
      store.move(id, 1, planned.state(), done, planned.state() == CONFIRMED ? text : null);
      store.say(id, planned.state(), text);
    }
  }
}
