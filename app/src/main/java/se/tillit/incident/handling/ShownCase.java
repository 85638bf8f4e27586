package se.tillit.incident.handling;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.exchange.file.Attachment;
import se.tillit.incident.ClosureDemand.Demand;
import se.tillit.incident.IncidentState;
import se.tillit.incident.ledger.Ledger;
import se.tillit.web.Event;
import se.tillit.web.Fact;
import se.tillit.web.Option;
import se.tillit.web.Words;

/// A case as its page shows it.
public record ShownCase(Words words, Incident incident, Around around, May may, String base) {

  /// What the viewer may do and open here.
  ///
  /// @param actions whether she reads actions, and `act` whether she opens them
  /// @param parts what other slices keep of the case
  public record May(boolean handle, boolean actions, boolean act, List<String> parts) {}

  /// What stands beside the case itself.
  public record Around(
      List<Affected.Struck> struck,
      List<Ledger.Noted> events,
      List<Ledger.Decided> decisions,
      List<Attachment> files,
      List<Relations.Other> related,
      List<Relations.Other> likely,
      List<Demand> missing,
      List<Option> bodies,
      int actions,
      Names names) {}

  /// Keys in words.
  public record Names(@Nullable String kind, @Nullable String cause, @Nullable String ground) {}

  public String href() {
    return base + "/incidents/" + incident.id();
  }

  /// A new key for a form, so that what is sent twice is added once.
  public String key(String form) {
    return form + "-" + UUID.randomUUID();
  }

  /// The form for an action that this case gives rise to; it names the case by its number alone.
  public String newAction() {
    UUID unit = incident.place().unit();
    return base
        + "/actions/new?indicator=incident&record="
        + incident.id()
        + "&label="
        + incident.reference()
        + "&path=/incidents/"
        + incident.id()
        + (unit == null ? "" : "&unit=" + unit);
  }

  /// The form for a report outside the rounds (K-4.1.7d); it names the case by its number alone.
  public @Nullable String extraReport() {
    if (incident.filed().exercise() != null) {
      return null;
    }
    Instant noticed = incident.moments().noticedAt();
    Instant known = noticed == null ? incident.moments().reportedAt() : noticed;
    UUID body = incident.place().body();
    return base
        + "/reports/extra?subject="
        + encoded(words.t("incident.extra.subject", incident.reference()))
        + "&reason="
        + encoded(words.t("incident.extra.reason", incident.reference(), words.time(known)))
        + (body == null ? "" : "&body=" + body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public String heading() {
    String title = incident.told().title();
    return title.isBlank() ? incident.reference() : incident.reference() + " " + title;
  }

  public String state() {
    return words.t("incident.state." + incident.state().key());
  }

  public String stateColour() {
    return switch (incident.state()) {
      case REPORTED -> "info";
      case TRIAGED, HANDLED -> "neutral";
      case CLOSED -> "success";
    };
  }

  public boolean mayHandle() {
    return may.handle();
  }

  public boolean isClosed() {
    return incident.state() == IncidentState.CLOSED;
  }

  public boolean isNew() {
    return incident.state() == IncidentState.REPORTED;
  }

  public boolean isWritable() {
    return may.handle() && !isClosed();
  }

  /// Whether an action may be opened from it: an exercise gives rise to none.
  public boolean mayAct() {
    return isWritable() && may.act() && incident.filed().exercise() == null;
  }

  public List<Fact> reported() {
    var facts = new ArrayList<Fact>();
    facts.add(
        Fact.of(
            words.t("incident.field.certainty"),
            words.t("incident.report." + incident.certainty().key())));
    facts.add(Fact.of(words.t("incident.field.reporter"), reporter()));
    facts.add(Fact.of(words.t("incident.field.reported"), time(incident.moments().reportedAt())));
    if (!incident.told().about().isBlank()) {
      facts.add(Fact.of(words.t("incident.field.about"), incident.told().about()));
    }
    return facts;
  }

  public List<Fact> assessment() {
    var harm = incident.harm();
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of(words.t(CaseField.KIND.labelKey()), around.names().kind()));
    facts.add(
        Fact.of(
            words.t(CaseField.PERSONAL.labelKey()),
            words.t("incident.personal." + harm.personalData().toLowerCase(Locale.ROOT))));
    facts.add(Fact.of(words.t(CaseField.PERSONS.labelKey()), number(harm.persons())));
    facts.add(Fact.of(words.t(CaseField.RECORDS.labelKey()), number(harm.records())));
    facts.add(Fact.of(words.t(CaseField.CRIME.labelKey()), yesOrNo(harm.crimeSuspected())));
    facts.add(Fact.of(words.t(CaseField.CRISIS.labelKey()), yesOrNo(harm.crisisManagement())));
    facts.add(Fact.of(words.t(CaseField.GROUND.labelKey()), around.names().ground()));
    return facts;
  }

  public List<Fact> responsible() {
    var place = incident.place();
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of(words.t(CaseField.HANDLER.labelKey()), handler()));
    facts.add(Fact.of(words.t(CaseField.BODY.labelKey()), place.bodyName()));
    if (place.unitName() != null) {
      facts.add(Fact.of(words.t("incident.field.unit"), place.unitName()));
    }
    facts.add(Fact.of(words.t("incident.field.entity"), place.legalEntityName()));
    facts.add(Fact.of(words.t(CaseField.DIARY.labelKey()), incident.filed().diaryNumber()));
    return facts;
  }

  public List<Fact> course() {
    var moments = incident.moments();
    return List.of(
        Fact.of(words.t(CaseField.OCCURRED.labelKey()), time(moments.occurredAt())),
        Fact.of(words.t(CaseField.NOTICED.labelKey()), time(moments.noticedAt())),
        Fact.of(words.t("incident.field.aware"), time(moments.awareAt())),
        Fact.of(words.t(CaseField.CONTAINED.labelKey()), time(moments.containedAt())),
        Fact.of(words.t(CaseField.CONTAINMENT.labelKey()), incident.done().containment()),
        Fact.of(words.t(CaseField.HANDLED.labelKey()), time(moments.handledAt())),
        Fact.of(words.t(CaseField.RECOVERY.labelKey()), incident.done().recovery()));
  }

  public List<Fact> outcome() {
    var done = incident.done();
    return List.of(
        Fact.of(words.t(CaseField.CAUSE.labelKey()), around.names().cause()),
        Fact.of(words.t(CaseField.REASON.labelKey()), done.causeText()),
        Fact.of(words.t(CaseField.LESSONS.labelKey()), done.lessons()));
  }

  public List<Event> timeline() {
    return around.events().stream().map(this::event).toList();
  }

  private Event event(Ledger.Noted noted) {
    String key = "incident.event." + noted.kind();
    String what = words.knows(key) ? words.t(key) : "";
    String all =
        noted.text().isBlank() ? what : what.isEmpty() ? noted.text() : what + ": " + noted.text();
    String by = noted.name().isBlank() ? words.t("incident.person.protected") : noted.name();
    return new Event(words.time(noted.at()), noted.at().toString(), all, by, null);
  }

  public String decided(Ledger.Decided decided) {
    String who =
        decided.decider().isBlank() ? words.t("incident.person.protected") : decided.decider();
    String by =
        decided.delegationPoint().isBlank()
            ? words.t("incident.decision.by", who)
            : words.t("incident.decision.by-delegation", who, decided.delegationPoint());
    return words.time(decided.decidedAt()) + ", " + by;
  }

  public @Nullable String handler() {
    return name(incident.hands().handler() != null, incident.hands().handlerName());
  }

  private String reporter() {
    var hands = incident.hands();
    if (hands.anonymous()) {
      return words.t("incident.anonymous");
    }
    String name = name(hands.reporter() != null, hands.reporterName());
    return name == null ? words.t("incident.reporter.machine") : name;
  }

  private @Nullable String name(boolean someone, @Nullable String name) {
    return !someone
        ? null
        : name == null || name.isBlank() ? words.t("incident.person.protected") : name;
  }

  private @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : words.time(instant);
  }

  private @Nullable String number(@Nullable Integer number) {
    return number == null ? null : words.number(number);
  }

  private String yesOrNo(boolean yes) {
    return words.t(yes ? "incident.yes" : "incident.no");
  }
}
