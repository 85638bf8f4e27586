package se.tillit.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.SignedIn;
import se.tillit.identity.Viewer;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Sweden;
import se.tillit.web.Cursor;
import se.tillit.web.Words;

/// Deadlines, and one's own things to do, as JSON.
@RestController
class DeadlineResource {

  private static final int MOST = 200;

  private final AnnualDeadlines deadlines;
  private final TodoList todos;
  private final Clock clock;

  DeadlineResource(AnnualDeadlines deadlines, TodoList todos, Clock clock) {
    this.deadlines = deadlines;
    this.todos = todos;
    this.clock = clock;
  }

  /// A page of deadlines.
  record DeadlinePage(List<Deadline> items, @Nullable String next) {}

  /// One deadline.
  record Deadline(
      String kind,
      LocalDate due,
      String sentence,
      boolean done,
      UUID record,
      String path,
      Where where) {}

  /// Whose it is; the whole tenant's when all are absent.
  record Where(@Nullable UUID body, @Nullable UUID unit, @Nullable UUID person) {}

  /// A page of things to do.
  record TodoPage(List<Todo> items, @Nullable String next) {}

  /// One thing to do; `press` takes a `POST` of the page's form that finishes it.
  record Todo(
      String kind,
      UUID record,
      String sentence,
      @Nullable LocalDate due,
      String path,
      @Nullable String press) {}

  @Requires(DeadlinePermissions.READ)
  @GetMapping("/api/v1/{tenant}/deadlines")
  DeadlinePage list(
      Viewer viewer, DeadlineQuery query, @RequestParam(defaultValue = "50") int limit) {
    int rows = Math.clamp(limit, 1, MOST);
    Cursor from = query.after() == null ? null : Cursor.parse(query.after());
    LocalDate today = Sweden.today(clock);
    DeadlineFilter filter = query.year() == null ? query.filter(today) : query.ofYear(today);
    List<DueRow> found = deadlines.page(viewer, filter, from, rows + 1);
    List<DueRow> shown = found.stream().limit(rows).toList();
    Words words = Words.in(viewer.settings().language());
    String next =
        found.size() <= rows ? null : DeadlineController.cursorOf(shown.getLast()).toString();
    return new DeadlinePage(shown.stream().map(it -> said(words, it)).toList(), next);
  }

  @SignedIn
  @GetMapping("/api/v1/{tenant}/todo")
  TodoPage todo(
      Viewer viewer,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after) {
    PersonId person = viewer.person();
    if (person == null) {
      return new TodoPage(List.of(), null);
    }
    int rows = Math.clamp(limit, 1, MOST);
    Cursor from = after == null ? null : Cursor.parse(after);
    List<TodoRow> found = todos.page(person, from, rows + 1);
    List<TodoRow> shown = found.stream().limit(rows).toList();
    Words words = Words.in(viewer.settings().language());
    String next = found.size() <= rows ? null : TodoList.cursorOf(shown.getLast()).toString();
    return new TodoPage(shown.stream().map(it -> said(words, it)).toList(), next);
  }

  private static Deadline said(Words words, DueRow row) {
    return new Deadline(
        row.kind(),
        row.due(),
        Sentences.deadline(words, row.kind(), row.label()),
        row.done(),
        row.record(),
        row.path(),
        new Where(row.bodyId(), row.unitId(), row.personId()));
  }

  private static Todo said(Words words, TodoRow row) {
    return new Todo(
        row.kind(),
        row.record(),
        Sentences.todo(words, row.kind(), row.label()),
        row.due(),
        row.path(),
        row.press());
  }
}
