package se.tillit.improvement.answer;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.PersonId;
import se.tillit.notification.LetterAnswer;

/// Puts a link that answers into letters about actions that ask something of their reader.
@Component
class AnswerLetters implements LetterAnswer {

  private static final Set<String> ASKING =
      Set.of("improvement.notice.assigned", "improvement.notice.overdue");
  private static final String PAGE = "/actions/";

  private final AnswerLinks links;
  private final Tenants tenants;

  AnswerLetters(AnswerLinks links, Tenants tenants) {
    this.links = links;
    this.tenants = tenants;
  }

  @Override
  public Optional<String> link(PersonId person, String noticeKey, String noticePath) {
    if (!ASKING.contains(noticeKey) || !noticePath.startsWith(PAGE)) {
      return Optional.empty();
    }
    UUID action = UUID.fromString(noticePath.substring(PAGE.length()));
    return links.issue(action, person.value()).map(secret -> "/answer/" + key() + "/" + secret);
  }

  private String key() {
    return tenants.all().stream()
        .filter(it -> it.id().equals(Acting.current().tenant()))
        .findFirst()
        .orElseThrow()
        .key();
  }
}
