package se.tillit.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.SignedIn;
import se.tillit.identity.Viewer;
import se.tillit.kernel.PersonId;
import se.tillit.web.Cursor;
import se.tillit.web.Words;

/// One's own inbox as JSON.
@RestController
class InboxResource {

  private static final int MOST = 200;

  private final Inbox inbox;

  InboxResource(Inbox inbox) {
    this.inbox = inbox;
  }

  /// A page of notices, in the reader's language.
  record NoticePage(List<Told> items, @Nullable String next) {}

  /// One notice.
  record Told(
      UUID id, String key, String sentence, String path, Instant at, @Nullable Instant readAt) {}

  @SignedIn
  @GetMapping("/api/v1/{tenant}/inbox")
  NoticePage list(
      Viewer viewer,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after) {
    PersonId person = InboxController.own(viewer);
    int rows = Math.clamp(limit, 1, MOST);
    Cursor from = after == null ? null : Cursor.parse(after);
    List<NoticeStore.Kept> found = inbox.page(person, unread, from, rows + 1);
    Words words = Words.in(viewer.settings().language());
    List<Told> items =
        found.stream()
            .limit(rows)
            .map(it ->
                new Told(
                    it.id(),
                    it.key(),
                    words.t(it.key(), (Object[]) it.arguments()),
                    it.path(),
                    it.at(),
                    it.readAt()))
            .toList();
    String next =
        found.size() <= rows
            ? null
            : Cursor.of(items.getLast().at(), items.getLast().id()).toString();
    return new NoticePage(items, next);
  }

  @SignedIn
  @PostMapping("/api/v1/{tenant}/inbox/{id}/reading")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(Viewer viewer, @PathVariable UUID id) {
    inbox.read(InboxController.own(viewer), id);
  }
}
