package se.tillit.notification;

import java.util.Optional;
import se.tillit.kernel.PersonId;

/// Lets a letter be answered without signing in: one bean for each module that takes such answers.
/// Asked in the transaction that writes the letter, so that a secret link stands in the letter and
/// nowhere else.
public interface LetterAnswer {

  /// The path, below the installation's address, of the link that answers what this notice asks of
  /// this person; none when it asks nothing that may be answered so.
  Optional<String> link(PersonId person, String noticeKey, String noticePath);
}
