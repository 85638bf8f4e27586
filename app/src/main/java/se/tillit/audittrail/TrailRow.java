package se.tillit.audittrail;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.schema.audittrail.tables.records.EntryRecord;
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

  static TrailRow of(EntryRecord row, TrailWords said) {
    return new TrailRow(
        row.getNumber(),
        said.words().time(row.getAt()),
        row.getAt().toString(),
        row.getActorName(),
        row.getActorId(),
        said.action(row.getAction()),
        row.getSubjectName(),
        row.getSubjectId(),
        said.changes(row.getAction(), JSON.readTree(row.getDetail())));
  }

  /// Everything that the details of some entries point to.
  static Set<UUID> pointedTo(List<EntryRecord> rows) {
    Set<UUID> found = new HashSet<>();
    for (EntryRecord row : rows) {
      TrailWords.ID
          .matcher(row.getDetail())
          .results()
          .forEach(id -> found.add(UUID.fromString(id.group())));
    }
    return found;
  }
}
