package se.tillit.audittrail;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.schema.audittrail.tables.records.EntryRecord;
import se.tillit.web.Cursor;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Words;

/// The trail as people read it, and as they take it out.
@Controller
class TrailController {

  private static final int ROWS = 30;

  private final TrailList trail;
  private final TrailExport export;
  private final VeilStore veils;
  private final Clock clock;

  TrailController(TrailList trail, TrailExport export, VeilStore veils, Clock clock) {
    this.trail = trail;
    this.export = export;
    this.veils = veils;
    this.clock = clock;
  }

  @Requires(TrailPermissions.READ)
  @GetMapping("/{tenant}/trail")
  String list(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      TrailFilter filter,
      @RequestParam @Nullable String after) {
    Words words = page.words();
    Cursor place = after == null ? null : Cursor.parse(after);
    List<EntryRecord> found = trail.page(viewer, filter, place, ROWS + 1);
    List<EntryRecord> shown = found.stream().limit(ROWS).toList();
    String here = "/" + viewer.seat().tenantKey() + "/trail";
    String start = here + "?" + filter.parameters();
    String next =
        found.size() <= ROWS ? null : start + "after=" + Cursor.of(shown.getLast().getNumber());
    model.addAttribute("page", page.titled(words.t("audittrail.list.title")));
    model.addAttribute("here", here);
    var said = new TrailWords(words, trail.names(viewer, TrailRow.pointedTo(shown)));
    model.addAttribute("rows", shown.stream().map(row -> TrailRow.of(row, said)).toList());
    model.addAttribute("filtered", !filter.isEmpty());
    model.addAttribute("from", day(filter.from()));
    model.addAttribute("to", day(filter.to()));
    model.addAttribute("kinds", kinds(viewer, filter, words));
    model.addAttribute("mayExport", viewer.mayEverywhere(TrailPermissions.READ_CONTENT));
    model.addAttribute(
        "pager", new Pager(place == null ? null : start, null, next, shown.size(), -1));
    return "audittrail/list";
  }

  @Requires(value = TrailPermissions.READ_CONTENT, everywhere = true)
  @PostMapping("/{tenant}/trail/export")
  void export(Viewer viewer, HttpServletResponse response) throws IOException {
    veils.demandNone();
    String name =
        "trail-%s-%s.txt"
            .formatted(
                viewer.seat().tenantKey(), LocalDate.now(clock.withZone(TrailFilter.SWEDEN)));
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    export.write(response.getOutputStream());
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private List<Option> kinds(Viewer viewer, TrailFilter filter, Words words) {
    return trail.kinds(viewer).stream()
        .map(kind -> Option.of(kind, kindName(kind, words), kind.equals(filter.kind())))
        .toList();
  }

  private static String kindName(String kind, Words words) {
    return words.knows("audittrail.kind." + kind) ? words.t("audittrail.kind." + kind) : kind;
  }
}
