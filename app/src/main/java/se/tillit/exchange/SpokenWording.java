package se.tillit.exchange;

import java.util.Locale;
import java.util.Optional;
import se.tillit.exchange.column.Wording;
import se.tillit.web.Words;

/// The words of Tillit's message files, for columns and choices.
public final class SpokenWording implements Wording {

  public static final Wording INSTANCE = new SpokenWording();

  private SpokenWording() {}

  @Override
  public Optional<String> text(String key, Locale language) {
    Words words = Words.in(language.getLanguage());
    return words.knows(key) ? Optional.of(words.t(key)) : Optional.empty();
  }
}
