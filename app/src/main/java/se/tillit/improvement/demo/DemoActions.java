package se.tillit.improvement.demo;

import static se.tillit.improvement.action.ActionState.CONFIRMED;
import static se.tillit.improvement.action.ActionState.DONE;
import static se.tillit.improvement.action.ActionState.DROPPED;
import static se.tillit.improvement.action.ActionState.PLANNED;
import static se.tillit.improvement.action.ActionState.UNDERWAY;
import static se.tillit.schema.improvement.Tables.ACTION;
import static se.tillit.schema.improvement.Tables.LOG_ENTRY;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.identity.DemoChapter;
import se.tillit.identity.DemoPeople;
import se.tillit.identity.Role;
import se.tillit.improvement.Actions;
import se.tillit.improvement.NewAction;
import se.tillit.improvement.Priority;
import se.tillit.improvement.action.ActionState;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;
import se.tillit.kernel.Sweden;

/// The invented municipalities' action plans: done, underway and late.
@Component
class DemoActions implements DemoChapter {

  private static final String WHOLE = "*";
  private static final String ANYWHERE = "";

  private static final List<Planned> PLAN =
      List.of(
          new Planned(
              "asset.confirmed",
              "Bekräfta uppgifterna om enhetens informationstillgångar",
              "Gå igenom registret med arbetslaget och bekräfta varje tillgång.",
              "Alla tillgångar är bekräftade det senaste året.",
              -12,
              UNDERWAY,
              ANYWHERE),
          new Planned(
              "classification.valid",
              "Klassa om e-arkivet",
              "Klassningen gick ut i våras. Kalla arkivarie och systemförvaltare.",
              "E-arkivet har en giltig klassning.",
              -34,
              PLANNED,
              "arkiv"),
          new Planned(
              "asset.living-owner",
              "Utse ny ägare till elevhälsans journaler",
              "Den tidigare skolläkaren har slutat. Tillgången saknar ägare.",
              "Journalerna har en ägare som arbetar på enheten.",
              9,
              UNDERWAY,
              "elevhälsa"),
          new Planned(
              "classification.carrier-settled",
              "Fastställ nivån för verksamhetssystemet",
              "Systemet bär tillgångar med högre krav på tillgänglighet än det är klassat för.",
              "Systemets nivå är fastställd och leverantören vet om den.",
              18,
              PLANNED,
              "system"),
          new Planned(
              "organisation.roles-filled",
              "Utse ersättare för systemägaren",
              "Rollen har innehavare men ingen ersättare.",
              "Det finns alltid någon som kan fatta beslut om systemet.",
              26,
              PLANNED,
              "ekonomi"),
          new Planned(
              "asset.register-maintained",
              "Gör klart registret för hemtjänsten",
              "Pappersjournaler och nyckelkvittenser saknas i registret.",
              "All information som hemtjänsten hanterar finns i registret.",
              41,
              UNDERWAY,
              "hemtjänst"),
          new Planned(
              null,
              "Lås rummet med personakter",
              "Vid tillsynen stod dörren olåst två gånger av tre.",
              "Bara behöriga kommer åt akterna.",
              -3,
              PLANNED,
              "familj"),
          new Planned(
              null,
              "Öva avbrott i trygghetslarmen",
              "Öva manuella rutiner en kväll med nattpatrullen.",
              "Personalen klarar fyra timmar utan system.",
              73,
              PLANNED,
              "äldreomsorg"),
          new Planned(
              "governingdocument.policy-valid",
              "Bered en reviderad policy för ny mandatperiod",
              "Remiss till nämnderna och bolagen, sedan kommunstyrelsen och fullmäktige.",
              "Fullmäktige har antagit policyn.",
              112,
              UNDERWAY,
              WHOLE),
          new Planned(
              null,
              "Ta bort gamla konton i ekonomisystemet",
              "Konton för vikarier som slutat finns kvar.",
              "Inga konton finns kvar för den som slutat.",
              55,
              PLANNED,
              "ekonomi"),
          new Planned(
              "asset.confirmed",
              "Bekräfta skolans elevregister",
              "Rektor bekräftar registret före läsårsstart.",
              "Elevregistret är bekräftat.",
              -61,
              DONE,
              "skola"),
          new Planned(
              null,
              "Inför rensning av utskriftskön",
              "Känsliga utskrifter blev liggande i korridoren.",
              "Utskrifter hämtas med kort och rensas efter en timme.",
              -88,
              CONFIRMED,
              "kansli"),
          new Planned(
              "classification.valid",
              "Klassa bygglovsarkivet",
              "Första klassningen av arkivet, digitalt och på papper.",
              "Arkivet har en fastställd klassning.",
              -120,
              CONFIRMED,
              "bygg"),
          new Planned(
              "organisation.controller-assigned",
              "Anmäl dataskyddsombud för bolaget",
              "Bolaget är personuppgiftsansvarigt och saknade ombud.",
              "Ombudet är anmält till IMY.",
              -150,
              CONFIRMED,
              "bostäder"),
          new Planned(
              null,
              "Köp in säkerhetsskåp till växeln",
              "Föreslogs vid skyddsronden.",
              "",
              -30,
              DROPPED,
              "kommunikation"),
          new Planned(
              null,
              "Märk avfallskärl för sekretess",
              "Kärlen förväxlas i två av husen.",
              "Sekretessavfall hamnar i rätt kärl.",
              6,
              PLANNED,
              ANYWHERE),
          new Planned(
              "asset.living-owner",
              "Flytta ansvaret för kartdatabasen",
              "Delegationen gäller en person som har slutat.",
              "Kartdatabasen har en ägare.",
              -8,
              PLANNED,
              "plan"),
          new Planned(
              null,
              "Gå igenom behörigheter till socialtjänstens system",
              "Jämför listan över konton med personalen på enheten.",
              "Varje behörighet motsvaras av en arbetsuppgift.",
              32,
              UNDERWAY,
              "familj"),
          new Planned(
              null,
              "Bestäm hur länge loggar sparas",
              "Systemen sparar loggar olika länge, från en vecka till för alltid.",
              "Det finns ett beslut om tid för varje system.",
              64,
              PLANNED,
              WHOLE),
          new Planned(
              "asset.confirmed",
              "Bekräfta barngruppernas uppgifter om skyddade personer",
              "Två familjer har flyttat. Uppgifterna ska bort ur pärmen.",
              "Bara aktuella uppgifter finns kvar.",
              3,
              PLANNED,
              "förskola"));

  private final DSLContext sql;
  private final Actions actions;
  private final DemoPeople people;
  private final Clock clock;

  DemoActions(DSLContext sql, Actions actions, DemoPeople people, Clock clock) {
    this.sql = sql;
    this.actions = actions;
    this.people = people;
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
      String where) {}

  @Override
  public int order() {
    return 50;
  }

  @Override
  public void write(String tenantKey) {
    Map<UUID, String> units =
        sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
            .from(CURRENT_UNIT)
            .join(CURRENT_MANAGER)
            .on(CURRENT_MANAGER.TENANT_ID.eq(CURRENT_UNIT.TENANT_ID))
            .and(CURRENT_MANAGER.UNIT_ID.eq(CURRENT_UNIT.UNIT_ID))
            .orderBy(CURRENT_UNIT.NAME)
            .fetchMap(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME);
    List<UUID> persona =
        sql.select(CURRENT_MANAGER.UNIT_ID)
            .from(CURRENT_MANAGER)
            .where(CURRENT_MANAGER.PERSON_ID.in(people.of(Role.MANAGER)))
            .fetch(CURRENT_MANAGER.UNIT_ID);
    UUID coordinator = people.of(Role.COORDINATOR).stream().findFirst().orElse(null);
    for (int i = 0; i < PLAN.size(); i++) {
      Planned planned = PLAN.get(i);
      if (planned.where().equals(WHOLE)) {
        write(planned, null, coordinator);
      } else {
        write(planned, unitOf(planned, units, persona, i), null);
      }
    }
    if (!persona.isEmpty()) {
      write(PLAN.getFirst(), persona.getFirst(), null);
      write(PLAN.get(15), persona.getLast(), null);
    }
  }

  private static @Nullable UUID unitOf(
      Planned planned, Map<UUID, String> units, List<UUID> persona, int place) {
    List<UUID> named =
        units.entrySet().stream()
            .filter(it -> it.getValue().toLowerCase(Locale.ROOT).contains(planned.where()))
            .map(Map.Entry::getKey)
            .toList();
    if (named.isEmpty()) {
      List<UUID> all = persona.isEmpty() ? List.copyOf(units.keySet()) : persona;
      return all.isEmpty() ? null : all.get(place * 7 % all.size());
    }
    return named.get(place * 7 % named.size());
  }

  private void write(Planned planned, @Nullable UUID unit, @Nullable UUID owner) {
    LocalDate due = Sweden.today(clock).plusDays(planned.due());
    boolean pressing = planned.due() < 10 && planned.state().isOpen();
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
            pressing ? Priority.HIGH : Priority.NORMAL);
    UUID id = actions.open(action);
    LocalDate done = planned.state().isDone() ? due.minusDays(planned.due() % 11 + 6) : null;
    String text =
        switch (planned.state()) {
          case CONFIRMED -> "Uppföljt tre månader senare: det fungerar.";
          case DROPPED -> "Löst på annat sätt när växeln flyttade.";
          default -> "";
        };
    sql.update(ACTION)
        .set(ACTION.GOAL, planned.goal())
        .set(ACTION.START_DAY, due.minusDays(60))
        .set(ACTION.STATE, planned.state().key())
        .set(ACTION.DONE_DAY, done)
        .set(ACTION.EFFECT, planned.state() == CONFIRMED ? text : "")
        .where(ACTION.ID.eq(id))
        .execute();
    if (planned.state() != PLANNED) {
      say(id, planned.state(), text);
    }
  }

  private void say(UUID id, ActionState state, String text) {
    sql.insertInto(LOG_ENTRY)
        .set(LOG_ENTRY.TENANT_ID, Acting.current().tenant().value())
        .set(LOG_ENTRY.ID, Ids.next())
        .set(LOG_ENTRY.ACTION_ID, id)
        .set(LOG_ENTRY.AT, clock.instant())
        .set(LOG_ENTRY.NAME, Acting.current().name())
        .set(LOG_ENTRY.STATE, state.key())
        .set(LOG_ENTRY.TEXT, text)
        .execute();
  }
}
