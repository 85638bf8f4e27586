package se.tillit.audittrail;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tillit.schema.audittrail.tables.records.EntryRecord;
import se.tillit.web.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One entry as it is read on a page.
public record TrailRow(
    long number,
    String when,
    String machine,
    String who,
    @Nullable UUID person,
    String what,
    String subject,
    @Nullable UUID subjectId,
    List<Change> changes) {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final JsonMapper JSON = JsonMapper.shared();

  /// A value that was set, or that took another's place.
  public record Change(String name, String before, String after) {}

  /// @param names what the things that a detail points to are called
  static TrailRow of(EntryRecord row, Words words, Map<UUID, String> names) {
    return new TrailRow(
        row.getNumber(),
        words.time(row.getAt()),
        row.getAt().toString(),
        row.getActorName(),
        row.getActorId(),
        what(row.getAction(), words),
        row.getSubjectName(),
        row.getSubjectId(),
        changes(JSON.readTree(row.getDetail()), words, names));
  }

  /// A module may word its own actions: `asset.registered` stands as `asset.trail.registered`.
  private static String what(String action, Words words) {
    int dot = action.indexOf('.');
    String own =
        action.substring(0, Math.max(dot, 0)) + ".trail" + action.substring(Math.max(dot, 0));
    if (words.knows(own)) {
      return words.t(own);
    }
    return words.knows("audittrail.did." + action) ? words.t("audittrail.did." + action) : action;
  }

  private static List<Change> changes(JsonNode detail, Words words, Map<UUID, String> names) {
    return detail.properties().stream().map(one -> change(one, words, names)).toList();
  }

  private static Change change(
      Map.Entry<String, JsonNode> one, Words words, Map<UUID, String> names) {
    String key = "audittrail.field." + one.getKey();
    String name = words.knows(key) ? words.t(key) : one.getKey();
    JsonNode value = one.getValue();
    if (value.isObject() && value.has("before") && value.has("after")) {
      return new Change(name, text(value.get("before"), names), text(value.get("after"), names));
    }
    return new Change(name, "", text(value, names));
  }

  private static String text(JsonNode value, Map<UUID, String> names) {
    String plain = value.isValueNode() ? value.asString() : value.toString();
    if (!ID.matcher(plain).matches()) {
      return plain;
    }
    return names.getOrDefault(UUID.fromString(plain), plain);
  }

  /// Everything that the details of some entries point to.
  static Set<UUID> pointedTo(List<EntryRecord> rows) {
    Set<UUID> found = new HashSet<>();
    for (EntryRecord row : rows) {
      ID.matcher(row.getDetail()).results().forEach(id -> found.add(UUID.fromString(id.group())));
    }
    return found;
  }
}
