package se.tillit.improvement.answer;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Tenants;
import se.tillit.improvement.action.ActionProgress;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.PersonId;
import se.tillit.kernel.Refused;

/// Takes answers by link, in the tenant that the link's address names and as the person whom it was
/// sent to.
@Component
class AnswerDesk {

  private final Tenants tenants;
  private final AnswerTaking taking;

  AnswerDesk(Tenants tenants, AnswerTaking taking) {
    this.tenants = tenants;
    this.taking = taking;
  }

  /// What the link asks; nothing when the tenant or the link is unknown or holds no longer: which
  /// it was is not told.
  Optional<AnswerLinks.Asked> open(String tenantKey, String secret) {
    return tenants
        .byKey(tenantKey)
        .flatMap(tenant -> as(Actor.system(tenant.id(), "Tillit"), () -> taking.read(secret)));
  }

  /// Takes the answer; nothing when the link holds no longer.
  Optional<AnswerLinks.Asked> answer(String tenantKey, String secret, AnswerForm form) {
    return tenants
        .byKey(tenantKey)
        .flatMap(tenant ->
            as(Actor.system(tenant.id(), "Tillit"), () -> taking.read(secret))
                .flatMap(asked ->
                    as(
                        new Actor(tenant.id(), new PersonId(asked.person()), asked.name()),
                        () -> taking.take(secret, form))));
  }

  private static <T> T as(Actor actor, java.util.concurrent.Callable<T> work) {
    try {
      return Acting.as(actor, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// The transactions of the desk, which begin within a tenant.
  @Component
  static class AnswerTaking {

    private final AnswerLinks links;
    private final ActionProgress progress;

    AnswerTaking(AnswerLinks links, ActionProgress progress) {
      this.links = links;
      this.progress = progress;
    }

    @Transactional(readOnly = true)
    public Optional<AnswerLinks.Asked> read(String secret) {
      return links.read(secret);
    }

    @Transactional
    public Optional<AnswerLinks.Asked> take(String secret, AnswerForm form) {
      Optional<AnswerLinks.Asked> asked = links.take(secret);
      asked.ifPresent(it -> {
        answer(it.action(), form);
        links.end(it.action());
      });
      return asked;
    }

    private void answer(UUID action, AnswerForm form) {
      var mail = ActionProgress.Via.MAIL;
      switch (AnswerForm.plain(form.answer())) {
        case "done" -> progress.done(action, AnswerForm.plain(form.text()), mail);
        case "later" ->
            progress.later(action, day(form.due()), AnswerForm.plain(form.reason()), mail);
        case "cannot" -> progress.cannot(action, AnswerForm.plain(form.because()), mail);
        default -> throw new Refused("improvement.answer.missing").at("answer");
      }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
      try {
        String day = AnswerForm.plain(text);
        return day.isEmpty() ? null : LocalDate.parse(day);
      } catch (DateTimeParseException e) {
        throw new Refused("improvement.action.day-malformed").at("due");
      }
    }
  }
}
