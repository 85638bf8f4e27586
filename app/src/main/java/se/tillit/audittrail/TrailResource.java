package se.tillit.audittrail;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.schema.audittrail.tables.records.EntryRecord;
import se.tillit.web.Cursor;

/// The trail as JSON, newest first.
@RestController
class TrailResource {

  private static final int MOST = 200;

  private final TrailList trail;

  TrailResource(TrailList trail) {
    this.trail = trail;
  }

  /// A page of entries.
  record TrailPage(List<Item> items, @Nullable String next) {}

  /// One entry, with the hash that binds it to the one before.
  record Item(
      long number,
      Instant at,
      @Nullable UUID person,
      String actor,
      String action,
      String kind,
      @Nullable UUID subject,
      String name,
      @JsonRawValue String detail,
      String hash) {}

  @Requires(TrailPermissions.READ)
  @GetMapping("/api/v1/{tenant}/trail")
  TrailPage list(
      Viewer viewer,
      TrailFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after) {
    int rows = Math.clamp(limit, 1, MOST);
    Cursor place = after == null ? null : Cursor.parse(after);
    List<EntryRecord> found = trail.page(viewer, filter, place, rows + 1);
    List<Item> items = found.stream().limit(rows).map(TrailResource::item).toList();
    String next = found.size() <= rows ? null : Cursor.of(items.getLast().number()).toString();
    return new TrailPage(items, next);
  }

  private static Item item(EntryRecord row) {
    return new Item(
        row.getNumber(),
        row.getAt(),
        row.getActorId(),
        row.getActorName(),
        row.getAction(),
        row.getSubjectKind(),
        row.getSubjectId(),
        row.getSubjectName(),
        row.getDetail(),
        HexFormat.of().formatHex(row.getHash()));
  }
}
