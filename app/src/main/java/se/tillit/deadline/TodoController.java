package se.tillit.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.identity.AccountPrincipal;
import se.tillit.identity.Seats;
import se.tillit.identity.SignedIn;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Sweden;
import se.tillit.web.Cursor;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Words;

/// "Att göra": one's own list in one municipality, and in all that one serves.
@Controller
class TodoController {

  private static final int ROWS = 30;
  private static final int ROWS_EACH = 10;

  private final TodoList todos;
  private final Seats seats;
  private final Clock clock;

  TodoController(TodoList todos, Seats seats, Clock clock) {
    this.todos = todos;
    this.seats = seats;
    this.clock = clock;
  }

  @SignedIn
  @GetMapping("/{tenant}/todo")
  String list(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      @RequestParam @Nullable String after) {
    PersonId person = viewer.person();
    Cursor from = after == null ? null : Cursor.parse(after);
    List<TodoRow> found = person == null ? List.of() : todos.page(person, from, ROWS + 1);
    List<TodoRow> shown = found.stream().limit(ROWS).toList();
    String here = "/" + viewer.seat().tenantKey() + "/todo";
    String next =
        found.size() <= ROWS ? null : here + "?after=" + TodoList.cursorOf(shown.getLast());
    Pager pager = new Pager(from == null ? null : here, null, next, shown.size(), -1);
    model.addAttribute("page", page.titled(page.t("deadline.todo.title")));
    model.addAttribute("items", items(page.words(), viewer.seat().tenantKey(), shown));
    model.addAttribute("count", person == null ? 0 : todos.count(person));
    model.addAttribute("pager", pager);
    model.addAttribute("returnTo", here);
    model.addAttribute("several", viewer.seat().others().size() > 1);
    return "deadline/todo";
  }

  @SignedIn
  @GetMapping("/todo")
  String everywhere(Authentication who, Model model, @ModelAttribute("page") Page page)
      throws Exception {
    var tenants = new ArrayList<TenantTodo>();
    if (who.getPrincipal() instanceof AccountPrincipal someone) {
      for (Viewer viewer : seats.everywhere(someone.account())) {
        tenants.add(Acting.as(viewer.actor(), () -> ofTenant(viewer)));
      }
    }
    model.addAttribute("page", page.titled(page.t("deadline.todo.title")));
    model.addAttribute("tenants", List.copyOf(tenants));
    return "deadline/everywhere";
  }

  private TenantTodo ofTenant(Viewer viewer) {
    var seat = viewer.seat();
    PersonId person = viewer.person();
    List<TodoRow> rows = person == null ? List.of() : todos.page(person, null, ROWS_EACH);
    int all = person == null ? 0 : todos.count(person);
    Words words = Words.in(viewer.settings().language());
    return new TenantTodo(
        seat.tenantName(),
        "/" + seat.tenantKey() + "/todo",
        items(words, seat.tenantKey(), rows),
        all - rows.size());
  }

  private List<TodoItem> items(Words words, String tenantKey, List<TodoRow> rows) {
    LocalDate today = Sweden.today(clock);
    String base = "/" + tenantKey;
    return rows.stream()
        .map(row ->
            new TodoItem(
                Sentences.todo(words, row.kind(), row.label()),
                words.t(Sentences.key(row.kind(), "todo") + ".why"),
                Sentences.due(row.due(), today),
                base + row.path(),
                words.t(Sentences.key(row.kind(), "todo") + ".action"),
                row.press() == null ? null : base + row.press()))
        .toList();
  }
}
