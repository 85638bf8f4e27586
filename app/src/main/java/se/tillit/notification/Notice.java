package se.tillit.notification;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person is told, in no language yet: the message key, what to put in it, and the page it
/// is about.
///
/// @param key message that makes one whole sentence, such as `improvement.notice.assigned`
/// @param path page below the tenant's address, such as `/actions/…`
/// @param once told at most once to the same person, however often it is told
public record Notice(String key, List<String> arguments, String path, @Nullable String once) {

  public Notice {
    arguments = List.copyOf(arguments);
  }

  public static Notice of(String key, String path, Object... arguments) {
    return new Notice(key, Arrays.stream(arguments).map(String::valueOf).toList(), path, null);
  }

  /// The same notice, told once for ever under this mark, such as `overdue <id> <due day>`.
  public Notice once(String mark) {
    return new Notice(key, arguments, path, mark);
  }
}
