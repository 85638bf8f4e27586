package se.tillit.job;

import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A kind of background work: one bean each. It calls the domain, runs twice without harm, stops
/// when interrupted.
public interface JobKind {

  String kind();

  void run(String task, Progress progress) throws Exception;

  /// Told once when the work will not be tried again, so that nothing waits for it for ever.
  ///
  /// @param why the rule that refused it; none when it broke
  default void failed(String task, @Nullable Refused why) {}

  /// Where work says how far it has come; stored at once, seen by all nodes.
  interface Progress {

    void of(long done, long total);
  }
}
