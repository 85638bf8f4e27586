package se.tillit.notification;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.SignedIn;
import se.tillit.identity.Viewer;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Words;

/// One's own inbox.
@Controller
class InboxController {

  private static final int ROWS = 20;

  private final Inbox inbox;

  InboxController(Inbox inbox) {
    this.inbox = inbox;
  }

  @SignedIn
  @GetMapping("/{tenant}/inbox")
  String list(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam @Nullable String after) {
    PersonId person = own(viewer);
    Words words = page.words();
    Cursor from = after == null ? null : Cursor.parse(after);
    List<NoticeStore.Kept> found = inbox.page(person, unread, from, ROWS + 1);
    List<NoticeStore.Kept> shown = found.stream().limit(ROWS).toList();
    String here = "/" + viewer.seat().tenantKey() + "/inbox";
    String start = here + "?unread=" + unread;
    String next =
        found.size() <= ROWS
            ? null
            : start + "&after=" + Cursor.of(shown.getLast().at(), shown.getLast().id());
    model.addAttribute("page", page.titled(words.t("notification.inbox.title")));
    model.addAttribute("here", here);
    model.addAttribute("rows", shown.stream().map(notice -> row(words, notice)).toList());
    model.addAttribute(
        "pager", new Pager(from == null ? null : start, null, next, shown.size(), -1));
    model.addAttribute("unread", unread);
    model.addAttribute("unreadCount", inbox.unreadOf(person.value()));
    model.addAttribute("choices", options(words, inbox.choiceOf(person)));
    return "notification/inbox";
  }

  @SignedIn
  @GetMapping("/{tenant}/inbox/{id}")
  String open(Viewer viewer, @PathVariable UUID id) {
    return "redirect:/" + viewer.seat().tenantKey() + inbox.read(own(viewer), id);
  }

  @SignedIn
  @PostMapping("/{tenant}/inbox/reading")
  String readAll(Viewer viewer, @ModelAttribute("page") Page page, RedirectAttributes redirect) {
    int read = inbox.readAll(own(viewer));
    redirect.addFlashAttribute("flash", Flash.done(page.t("notification.inbox.all-read", read)));
    return "redirect:/" + viewer.seat().tenantKey() + "/inbox";
  }

  @SignedIn
  @PostMapping("/{tenant}/inbox/mail")
  String choose(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam String mail,
      RedirectAttributes redirect) {
    MailChoice choice =
        Arrays.stream(MailChoice.values())
            .filter(it -> it.key().equals(mail))
            .findFirst()
            .orElseThrow(() -> new Refused("notification.mail.unknown-choice").at("mail"));
    inbox.choose(own(viewer), choice);
    redirect.addFlashAttribute("flash", Flash.done(page.t("notification.mail.chosen")));
    return "redirect:/" + viewer.seat().tenantKey() + "/inbox";
  }

  static PersonId own(Viewer viewer) {
    PersonId person = viewer.person();
    if (person == null) {
      throw new Unknown("inbox", viewer.actor().name());
    }
    return person;
  }

  private static InboxRow row(Words words, NoticeStore.Kept notice) {
    return new InboxRow(
        notice.id(),
        words.t(notice.key(), (Object[]) notice.arguments()),
        words.time(notice.at()),
        notice.at().toString(),
        notice.readAt() == null);
  }

  private static List<Option> options(Words words, MailChoice chosen) {
    return Arrays.stream(MailChoice.values())
        .map(it ->
            Option.of(it.key(), words.t("notification.mail." + it.key()), it == chosen)
                .with(words.t("notification.mail." + it.key() + ".hint")))
        .toList();
  }
}
