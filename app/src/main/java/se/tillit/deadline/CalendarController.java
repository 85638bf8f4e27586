package se.tillit.deadline;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Public;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Unknown;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// The calendar feed, and the secret link that leads to it.
@Controller
class CalendarController {

  private final CalendarFeeds feeds;
  private final CalendarFile file;
  private final String address;

  CalendarController(
      CalendarFeeds feeds, CalendarFile file, @Value("${tillit.address}") String address) {
    this.feeds = feeds;
    this.file = file;
    this.address = address;
  }

  @Requires(DeadlinePermissions.READ)
  @PostMapping("/{tenant}/deadlines/feed")
  String make(Viewer viewer, Model model, @ModelAttribute("page") Page page) {
    model.addAttribute("page", page.titled(page.t("deadline.feed.title")));
    model.addAttribute("link", address + "/calendar/" + feeds.make(viewer) + ".ics");
    model.addAttribute("back", "/" + viewer.seat().tenantKey() + "/deadlines");
    return "deadline/feed";
  }

  @Requires(DeadlinePermissions.READ)
  @PostMapping("/{tenant}/deadlines/feed/removal")
  String remove(Viewer viewer, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    feeds.remove(viewer);
    redirect.addFlashAttribute("flash", Flash.done(page.t("deadline.feed.removed")));
    return "redirect:/" + viewer.seat().tenantKey() + "/deadlines";
  }

  @Public(reason = "calendars cannot sign in; the secret in the address is the key")
  @GetMapping("/calendar/{secret}.ics")
  ResponseEntity<byte[]> read(@PathVariable String secret) throws Exception {
    Viewer viewer =
        feeds.viewerOf(secret).orElseThrow(() -> new Unknown("calendar", "by that secret"));
    String calendar = Acting.as(viewer.actor(), () -> file.write(viewer));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
        .cacheControl(CacheControl.noStore())
        .body(calendar.getBytes(StandardCharsets.UTF_8));
  }
}
