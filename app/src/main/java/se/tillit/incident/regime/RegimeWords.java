package se.tillit.incident.regime;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Words;

/// Says what regimes demand, and how sure that is.
public final class RegimeWords {

  private RegimeWords() {}

  public static String due(Words words, Step step) {
    Span limit = step.due().limit();
    return limit == null
        ? words.t("incident.manner." + step.due().manner().key())
        : words.t(limit.messageKey(), limit.amount());
  }

  /// The time with what it is counted from; a manner such as promptly stands alone.
  public static String counted(Words words, Step step) {
    return step.due().limit() == null
        ? due(words, step)
        : due(words, step)
            + " "
            + words.t("incident.base." + step.base().from().name().toLowerCase(Locale.ROOT));
  }

  public static @Nullable String caution(Words words, Legal legal) {
    return legal.confidence().isSure()
        ? null
        : words.t("incident.confidence." + legal.confidence().key(), legal.source());
  }
}
