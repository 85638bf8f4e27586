package se.tillit.audittrail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  private static final JsonMapper JSON = JsonMapper.shared();

  /// A value that was set, or that took another's place.
  public record Change(String name, String before, String after) {}

  static TrailRow of(EntryRecord row, Words words) {
    return new TrailRow(
        row.getNumber(),
        words.time(row.getAt()),
        row.getAt().toString(),
        row.getActorName(),
        row.getActorId(),
        what(row.getAction(), words),
        row.getSubjectName(),
        row.getSubjectId(),
        changes(JSON.readTree(row.getDetail())));
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

  private static List<Change> changes(JsonNode detail) {
    return detail.properties().stream().map(TrailRow::change).toList();
  }

  private static Change change(Map.Entry<String, JsonNode> one) {
    JsonNode value = one.getValue();
    if (value.isObject() && value.has("before") && value.has("after")) {
      return new Change(one.getKey(), text(value.get("before")), text(value.get("after")));
    }
    return new Change(one.getKey(), "", text(value));
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asString() : value.toString();
  }
}
