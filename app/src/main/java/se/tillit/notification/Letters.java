package se.tillit.notification;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Correspondents;
import se.tillit.identity.Correspondents.Correspondent;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;

/// Writes the letters: one for each notice to those who want that, one a day to the others.
@Component
class Letters {

  static final LocalTime DIGEST_AT = LocalTime.of(7, 0);

  private final MailStore store;
  private final Correspondents correspondents;
  private final Tenants tenants;
  private final MailSettings settings;
  private final List<LetterAnswer> answers;
  private final Clock clock;

  Letters(
      MailStore store,
      Correspondents correspondents,
      Tenants tenants,
      MailSettings settings,
      List<LetterAnswer> answers,
      Clock clock) {
    this.store = store;
    this.correspondents = correspondents;
    this.tenants = tenants;
    this.settings = settings;
    this.answers = answers;
    this.clock = clock;
  }

  @Transactional
  public void write() {
    List<MailStore.Unmailed> single = store.unmailed(MailChoice.EACH);
    if (!single.isEmpty()) {
      Map<UUID, Correspondent> people = peopleOf(single);
      single.forEach(notice -> writeTo(people.get(notice.person()), List.of(notice)));
      store.mailed(single.stream().map(MailStore.Unmailed::id).toList());
    }
    if (!LocalTime.now(clock.withZone(Sweden.ZONE)).isBefore(DIGEST_AT)
        && store.takeDigest(Sweden.today(clock))) {
      writeDigests();
    }
  }

  private void writeDigests() {
    List<MailStore.Unmailed> waiting = store.unmailed(MailChoice.DAILY);
    if (waiting.isEmpty()) {
      return;
    }
    Map<UUID, Correspondent> people = peopleOf(waiting);
    waiting.stream()
        .collect(groupingBy(MailStore.Unmailed::person))
        .forEach((person, theirs) -> writeTo(people.get(person), theirs));
    store.mailed(waiting.stream().map(MailStore.Unmailed::id).toList());
  }

  private Map<UUID, Correspondent> peopleOf(List<MailStore.Unmailed> notices) {
    List<UUID> people = notices.stream().map(MailStore.Unmailed::person).distinct().toList();
    return correspondents.of(Acting.current().tenant(), people);
  }

  private void writeTo(@Nullable Correspondent to, List<MailStore.Unmailed> notices) {
    if (to == null) {
      return;
    }
    Tenants.Tenant tenant = here();
    Words words = Words.in(to.language());
    String base = settings.address() + "/" + tenant.key();
    var body = new StringBuilder(words.t("notification.mail.greeting", to.name())).append("\n\n");
    for (MailStore.Unmailed notice : notices) {
      body.append(sentence(words, notice)).append('\n').append(base).append(notice.path());
      answers.stream()
          .flatMap(
              it -> it.link(new PersonId(notice.person()), notice.key(), notice.path()).stream())
          .forEach(link ->
              body.append('\n')
                  .append(words.t("notification.mail.answer"))
                  .append('\n')
                  .append(settings.address())
                  .append(link));
      body.append("\n\n");
    }
    body.append(words.t("notification.mail.end", tenant.name(), base + "/inbox"));
    String subject =
        notices.size() == 1
            ? sentence(words, notices.getFirst())
            : words.t("notification.mail.digest", notices.size(), tenant.name());
    store.insert(to.email(), subject, body.toString());
  }

  private static String sentence(Words words, MailStore.Unmailed notice) {
    return words.t(notice.key(), (Object[]) notice.arguments());
  }

  private Tenants.Tenant here() {
    return tenants.all().stream()
        .filter(it -> it.id().equals(Acting.current().tenant()))
        .findFirst()
        .orElseThrow();
  }
}
