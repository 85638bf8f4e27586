package se.tillit.incident.draft;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.regime.Field;
import se.tillit.schema.incident.tables.records.IncidentRecord;
import se.tillit.web.Words;

/// The named sources that fields are filled from: a regime's text names them, Tillit knows where
/// they are. A source that knows nothing gives nothing; nothing is made up.
final class Sources {

  /// What a source says, in the language of the draft.
  @FunctionalInterface
  interface Source {
    String say(Material material, Words words);
  }

  private static final Map<String, Source> KNOWN =
      Map.ofEntries(
          entry("incident.reference", (m, w) -> m.incident().getReference()),
          entry("incident.title", (m, w) -> m.incident().getTitle()),
          entry("incident.happening", Sources::happening),
          entry("incident.occurred_at", (m, w) -> time(m.incident().getOccurredAt(), w)),
          entry("incident.noticed_at", (m, w) -> time(m.incident().getNoticedAt(), w)),
          entry("incident.aware_at", (m, w) -> time(m.answering().startedAt(), w)),
          entry("incident.contained_at", (m, w) -> time(m.incident().getContainedAt(), w)),
          entry("incident.ongoing", Sources::ongoing),
          entry("incident.report", Sources::report),
          entry("incident.handler", (m, w) -> contact(m.facts().handler())),
          entry("incident.crime_suspected", Sources::crime),
          entry("incident.kind", (m, w) -> m.facts().kind() == null ? "" : m.facts().kind().in(w)),
          entry("incident.cause", Sources::cause),
          entry(
              "incident.persons_affected", (m, w) -> number(m.incident().getPersonsAffected(), w)),
          entry(
              "incident.records_affected", (m, w) -> number(m.incident().getRecordsAffected(), w)),
          entry("incident.carriers", Sources::carriers),
          entry("incident.supplier", Sources::suppliers),
          entry("incident.protected_information", Sources::information),
          entry("incident.personal_data", Sources::personalData),
          entry("incident.special_categories", Sources::special),
          entry("incident.containment", (m, w) -> m.incident().getContainment()),
          entry("incident.recovery", (m, w) -> m.incident().getRecovery()),
          entry("incident.lessons", (m, w) -> m.incident().getLessons()),
          entry("incident.measures", Sources::measures),
          entry("incident.timeline", Sources::timeline),
          entry("incident.severity", (m, w) -> m.incident().getSeverityLabel()),
          entry("incident.effect", (m, w) -> m.incident().getSeverityMotive()),
          entry("incident.consequences", Sources::consequences),
          entry("incident.secrecy", (m, w) -> m.facts().secrecy()),
          entry("legal_entity.name", (m, w) -> m.answering().entity()),
          entry("legal_entity.number", (m, w) -> m.answering().number()),
          entry("body.name", (m, w) -> m.answering().name()),
          entry("body.dpo", (m, w) -> contact(m.answering().officer())),
          entry("clock.late", (m, w) -> m.answering().lateBecause()),
          entry("stage.changes", Sources::changes),
          entry("informed.answer", Sources::informed),
          entry("informed.at", (m, w) -> time(m.informed().at(), w)),
          entry("informed.not", (m, w) -> m.informed().not()),
          entry("letter.nature", Letters::nature),
          entry("letter.service", Letters::service),
          entry("letter.contact", Letters::contact),
          entry("letter.consequences", Letters::consequences),
          entry("letter.measures", Letters::measures));

  /// What only a case can say.
  private static final List<String> OF_CASES = List.of("incident.", "letter.");

  private Sources() {}

  static Set<String> known() {
    return KNOWN.keySet();
  }

  /// What the case says in a field now. A field without a source keeps what was sent in the same
  /// field at the stage before.
  static String say(Field field, Material material, Words words) {
    Source source = KNOWN.get(field.from());
    if (!material.isOfCase() && OF_CASES.stream().anyMatch(field.from()::startsWith)) {
      return "";
    }
    String said =
        source == null
            ? material.earlier().values().getOrDefault(field.key(), "")
            : source.say(material, words);
    return Texts.plain(said);
  }

  private static String happening(Material m, Words words) {
    IncidentRecord it = m.incident();
    return it.getHappening().isBlank() ? it.getTitle() : it.getHappening();
  }

  private static String ongoing(Material m, Words words) {
    IncidentRecord it = m.incident();
    boolean over = it.getContainedAt() != null || it.getHandledAt() != null;
    return words.t(over ? "incident.draft.said.over" : "incident.draft.said.ongoing");
  }

  private static String report(Material m, Words words) {
    Instant at = m.incident().getReportedAt();
    return at == null ? "" : words.t("incident.draft.said.reported", at);
  }

  private static String crime(Material m, Words words) {
    return words.t(
        m.incident().getCrimeSuspected()
            ? "incident.draft.said.crime"
            : "incident.draft.said.no-crime");
  }

  private static String cause(Material m, Words words) {
    var cause = m.facts().cause();
    return lines(Stream.of(cause == null ? "" : cause.in(words), m.incident().getCauseText()));
  }

  private static String carriers(Material m, Words words) {
    return lines(m.facts().carriers().stream().map(Material.Carrier::name));
  }

  private static String suppliers(Material m, Words words) {
    return m.facts().carriers().stream()
        .filter(it -> !it.supplier().isBlank())
        .map(it -> it.supplier() + " (" + it.name() + ")")
        .distinct()
        .collect(Collectors.joining("; "));
  }

  private static String information(Material m, Words words) {
    return lines(
        m.facts().assets().stream()
            .map(it -> {
              var marks = new ArrayList<String>();
              if (!it.level().isBlank()) {
                marks.add(it.level());
              }
              marks.addAll(it.secrecy());
              return marks.isEmpty() ? it.name() : it.name() + " – " + String.join(", ", marks);
            }));
  }

  private static String personalData(Material m, Words words) {
    return lines(
        personal(m)
            .map(it -> it.name() + ": " + words.t("incident.draft.data." + it.personalData())));
  }

  private static String special(Material m, Words words) {
    List<String> found =
        new ArrayList<>(
            personal(m)
                .filter(it -> !it.personalData().equals("ordinary"))
                .map(it -> it.name() + ": " + words.t("incident.draft.data." + it.personalData()))
                .toList());
    m.facts().assets().stream()
        .filter(Material.Asset::identities)
        .map(it -> it.name() + ": " + words.t("incident.draft.said.identities"))
        .forEach(found::add);
    return lines(found.stream());
  }

  private static Stream<Material.Asset> personal(Material m) {
    return m.facts().assets().stream().filter(it -> !it.personalData().equals("none"));
  }

  /// What was done, as it was noted: to contain it, to recover, and step by step.
  private static String measures(Material m, Words words) {
    IncidentRecord it = m.incident();
    return lines(Stream.of(it.getContainment(), it.getRecovery(), timeline(m, words)));
  }

  private static String timeline(Material m, Words words) {
    return lines(
        m.facts().events().stream()
            .filter(it -> !it.text().isBlank())
            .map(it -> words.time(it.at()) + " " + it.text()));
  }

  private static String consequences(Material m, Words words) {
    return lines(
        m.facts().consequences().stream()
            .map(it -> words.t("incident.draft.said.consequence", it.category(), it.level())));
  }

  private static String changes(Material m, Words words) {
    return lines(
        m.earlier().changes().entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()));
  }

  private static String informed(Material m, Words words) {
    if (m.informed().at() != null) {
      return words.t("incident.draft.said.yes");
    }
    boolean known = m.informed().running() || !m.informed().not().isEmpty();
    return known ? words.t("incident.draft.said.no") : "";
  }

  static String contact(Material.@Nullable Contact contact) {
    return contact == null
        ? ""
        : Stream.of(contact.name(), contact.phone(), contact.email())
            .filter(it -> !it.isBlank())
            .collect(Collectors.joining(", "));
  }

  private static String time(@Nullable Instant at, Words words) {
    return at == null ? "" : words.time(at);
  }

  private static String number(@Nullable Integer number, Words words) {
    return number == null ? "" : number.toString();
  }

  private static String lines(Stream<String> lines) {
    return lines.filter(it -> !it.isBlank()).map(String::strip).collect(Collectors.joining("\n"));
  }
}
