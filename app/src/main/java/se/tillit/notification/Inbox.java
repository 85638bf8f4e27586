package se.tillit.notification;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Record4;
import org.jooq.Record5;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.job.Jobs;
import se.tillit.kernel.Acting;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;
import se.tillit.web.InboxCount;

/// Everybody's inbox: told, read, and mailed as each has chosen.
@Component
class Inbox implements Notifications, InboxCount {

  private final NoticeStore store;
  private final Jobs jobs;
  private final MailSettings mail;
  private final Trail trail;

  Inbox(NoticeStore store, Jobs jobs, MailSettings mail, Trail trail) {
    this.store = store;
    this.jobs = jobs;
    this.mail = mail;
    this.trail = trail;
  }

  @Override
  @Transactional
  public void tell(PersonId person, Notice notice) {
    boolean told = store.insert(person.value(), notice);
    if (told && mail.isOn() && store.choice(person.value()) == MailChoice.EACH) {
      jobs.start(MailRoom.KIND, "");
    }
  }

  @Override
  @Transactional
  public void tell(Collection<PersonId> people, Notice notice) {
    people.forEach(person -> tell(person, notice));
  }

  @Override
  @Transactional
  public int tellEach(String key, Select<Record4<UUID, String, String, String>> whom) {
    return store.insertEach(key, whom);
  }

  @Override
  @Transactional
  public int tellEachAtOnce(Select<Record5<String, UUID, String, String, String>> whom) {
    int told = store.insertEach(whom);
    if (told > 0 && mail.isOn()) {
      jobs.start(MailRoom.KIND, "");
    }
    return told;
  }

  @Override
  @Transactional
  public int withdraw(Collection<String> paths) {
    int withdrawn = 0;
    for (String path : paths) {
      withdrawn += store.delete(path);
    }
    return withdrawn;
  }

  @Override
  @Transactional(readOnly = true)
  public int unreadOf(UUID person) {
    return store.unread(person);
  }

  @Transactional(readOnly = true)
  public List<NoticeStore.Kept> page(
      PersonId person, boolean unreadOnly, @Nullable Cursor after, int limit) {
    return store.page(person.value(), unreadOnly, after, limit);
  }

  /// Marks a notice as read and tells which page it is about.
  @Transactional
  public String read(PersonId person, UUID notice) {
    return store.read(person.value(), notice).orElseThrow(() -> new Unknown("notice", notice));
  }

  @Transactional
  public int readAll(PersonId person) {
    return store.readAll(person.value());
  }

  @Transactional(readOnly = true)
  public MailChoice choiceOf(PersonId person) {
    return store.choice(person.value());
  }

  @Transactional
  public void choose(PersonId person, MailChoice choice) {
    MailChoice before = store.choice(person.value());
    if (before == choice) {
      return;
    }
    store.choose(person.value(), choice);
    trail.record(
        "notification.mail-chosen",
        Subject.of("person", person.value(), Acting.current().name()),
        Detail.none().changed("mail", before.key(), choice.key()));
  }
}
