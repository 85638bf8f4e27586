package se.tillit.audittrail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.tillit.web.Words;
import tools.jackson.databind.JsonNode;

/// Says what an entry holds in the reader's language: what was done, which field, which value. A
/// module words its own as `<module>.trail.<action>` and `<module>.trail.field.<name>`; what
/// several share stands under `audittrail`.
final class TrailWords {

  static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_. -]{0,60}");

  /// Under which of the modules' words a coded value is found, by the name of its field.
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("cadence", List.of("governingdocument.cadence.")),
          Map.entry("cause", List.of("incident.cause.")),
          Map.entry("certainty", List.of("incident.report.")),
          Map.entry("decision", List.of("improvement.finding.decision.")),
          Map.entry("duty", List.of("organisation.duty.")),
          Map.entry("forms", List.of("asset.form.")),
          Map.entry(
              "kind",
              List.of(
                  "governingdocument.kind.",
                  "asset.carrier.kind.",
                  "organisation.assignment.",
                  "organisation.sort.",
                  "organisation.place.",
                  "exchange.kind.",
                  "governingdocument.report.kind.",
                  "improvement.finding.kind.",
                  "incident.kind.",
                  "incident.relation.",
                  "incident.event.",
                  "incident.decision.")),
          Map.entry("level", List.of("governingdocument.level.", "improvement.goal.level.")),
          Map.entry("mail", List.of("notification.mail.")),
          Map.entry("ownerRole", List.of("identity.role.", "organisation.duty.")),
          Map.entry("personal", List.of("incident.personal.")),
          Map.entry("personalData", List.of("asset.personal.", "incident.personal.")),
          Map.entry("priority", List.of("improvement.priority.")),
          Map.entry("role", List.of("identity.role.", "organisation.duty.")),
          Map.entry("source", List.of("improvement.source.")),
          Map.entry(
              "state",
              List.of(
                  "improvement.state.",
                  "improvement.goal.state.",
                  "incident.state.",
                  "incident.exercise.state.")));

  private final Words words;
  private final Map<UUID, String> names;

  /// @param names what the things that details point to are called
  TrailWords(Words words, Map<UUID, String> names) {
    this.words = words;
    this.names = names;
  }

  Words words() {
    return words;
  }

  String action(String action) {
    String module = moduleOf(action);
    return first(
        action, module + ".trail" + action.substring(module.length()), "audittrail.did." + action);
  }

  List<TrailRow.Change> changes(String action, JsonNode detail) {
    String module = moduleOf(action);
    return detail.properties().stream()
        .map(one -> change(module, one.getKey(), one.getValue()))
        .toList();
  }

  private TrailRow.Change change(String module, String field, JsonNode value) {
    String name = first(field, module + ".trail.field." + field, "audittrail.field." + field);
    if (value.isObject() && value.has("before") && value.has("after")) {
      return new TrailRow.Change(
          name, said(module, field, value.get("before")), said(module, field, value.get("after")));
    }
    return new TrailRow.Change(name, "", said(module, field, value));
  }

  private String said(String module, String field, JsonNode value) {
    if (value.isArray()) {
      return value.values().stream()
          .map(one -> said(module, field, one))
          .collect(Collectors.joining(", "));
    }
    if (value.isBoolean()) {
      return words.t("audittrail.value." + value.asString());
    }
    return value.isValueNode() ? text(module, field, value.asString()) : value.toString();
  }

  private String text(String module, String field, String plain) {
    if (ID.matcher(plain).find()) {
      return named(plain);
    }
    if (field.startsWith("permissions")) {
      return plain
          .lines()
          .flatMap(line -> List.of(line.split(", ")).stream())
          .map(one -> first(one, one.replaceFirst("\\.", ".permission.")))
          .collect(Collectors.joining(", "));
    }
    return CODE.matcher(plain).matches() ? first(plain, places(module, field, plain)) : plain;
  }

  /// Ids stand alone, in lists, and in such texts as a whole record told.
  private String named(String plain) {
    return ID.matcher(plain)
        .replaceAll(found -> {
          String name = names.get(UUID.fromString(found.group()));
          String said = name == null || name.isEmpty() ? words.t("audittrail.nameless") : name;
          return Matcher.quoteReplacement(said);
        });
  }

  /// The module's own words come before those of others, and what an error is called last.
  private static String[] places(String module, String field, String value) {
    String code = value.replace(' ', '-');
    var places = new ArrayList<String>();
    places.add(module + ".trail." + field + "." + code);
    places.add("audittrail.value." + field + "." + code);
    VALUES.getOrDefault(field, List.of()).stream()
        .sorted(Comparator.comparing(prefix -> !prefix.startsWith(module + ".")))
        .flatMap(prefix -> Stream.of(prefix + code, prefix + code.toLowerCase(Locale.ROOT)))
        .forEach(places::add);
    places.add(code.replaceFirst("\\.", ".indicator.") + ".title");
    places.add(module + "." + field + "." + code);
    return places.toArray(String[]::new);
  }

  private String first(String otherwise, String... keys) {
    for (String key : keys) {
      if (words.knows(key)) {
        return words.t(key);
      }
    }
    return otherwise;
  }

  private static String moduleOf(String action) {
    int dot = action.indexOf('.');
    return dot < 0 ? action : action.substring(0, dot);
  }
}
