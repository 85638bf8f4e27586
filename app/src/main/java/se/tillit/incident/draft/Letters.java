package se.tillit.incident.draft;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.tillit.web.Words;

/// Words to those affected, in plain language (GDPR art. 34.2). Only what Tillit can say in the
/// letter's own language is filled in: what people wrote in Swedish is never put into an English
/// letter.
final class Letters {

  private static final Set<String> RECIPIENTS = Set.of("data-subjects", "service-recipients");

  private Letters() {}

  /// Whether a step goes to people rather than to an authority.
  static boolean isFor(String recipient) {
    return RECIPIENTS.contains(recipient);
  }

  static String nature(Material m, Words words) {
    Instant occurred = m.incident().getOccurredAt();
    Instant noticed = m.incident().getNoticedAt();
    var kind = m.facts().kind();
    String when =
        Stream.of(
                occurred == null ? "" : words.t("incident.draft.letter.occurred", occurred),
                noticed == null ? "" : words.t("incident.draft.letter.noticed", noticed),
                kind == null ? "" : words.t("incident.draft.letter.kind", kind.in(words)))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(" "));
    return joined(when, own(m.incident().getHappening(), words), information(m, words));
  }

  /// What has happened to a service, for those who use it (CSL 2 kap. 9 §).
  static String service(Material m, Words words) {
    Instant occurred = m.incident().getOccurredAt();
    String names =
        m.facts().carriers().stream().map(Material.Carrier::name).collect(Collectors.joining(", "));
    return joined(
        occurred == null ? "" : words.t("incident.draft.letter.occurred", occurred),
        names.isEmpty() ? "" : words.t("incident.draft.letter.service", names),
        own(m.incident().getHappening(), words));
  }

  static String contact(Material m, Words words) {
    var officer = m.answering().officer();
    return officer == null
        ? ""
        : words.t("incident.draft.letter.contact", m.answering().name(), Sources.contact(officer));
  }

  static String consequences(Material m, Words words) {
    boolean sensitive =
        m.facts().assets().stream()
            .anyMatch(it -> Set.of("special", "criminal").contains(it.personalData()));
    boolean personal =
        m.facts().assets().stream().anyMatch(it -> !it.personalData().equals("none"));
    return joined(
        personal ? words.t("incident.draft.letter.may-be-used") : "",
        sensitive ? words.t("incident.draft.letter.sensitive") : "",
        own(m.incident().getSeverityMotive(), words));
  }

  static String measures(Material m, Words words) {
    Instant contained = m.incident().getContainedAt();
    return joined(
        contained == null ? "" : words.t("incident.draft.letter.contained", contained),
        own(m.incident().getContainment(), words),
        own(m.incident().getRecovery(), words),
        m.incident().getCrimeSuspected() ? words.t("incident.draft.letter.crime") : "",
        words.t("incident.draft.letter.be-careful"));
  }

  private static String information(Material m, Words words) {
    String names =
        m.facts().assets().stream()
            .filter(it -> !it.personalData().equals("none"))
            .map(Material.Asset::name)
            .collect(Collectors.joining(", "));
    boolean swedish = words.language().equals("sv");
    return names.isEmpty() || !swedish ? "" : words.t("incident.draft.letter.information", names);
  }

  // What a person has written is Swedish; the one who writes the English letter reads it beside.
  private static String own(String text, Words words) {
    return words.language().equals("sv") ? text : "";
  }

  private static String joined(String... parts) {
    return Stream.of(parts)
        .filter(it -> !it.isBlank())
        .map(String::strip)
        .collect(Collectors.joining("\n\n"));
  }
}
