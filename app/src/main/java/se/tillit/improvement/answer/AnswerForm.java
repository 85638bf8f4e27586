package se.tillit.improvement.answer;

import org.jspecify.annotations.Nullable;

/// An answer as typed: done, on its way to a new day and why, or not possible because.
public record AnswerForm(
    @Nullable String answer,
    @Nullable String text,
    @Nullable String due,
    @Nullable String reason,
    @Nullable String because) {

  static final AnswerForm EMPTY = new AnswerForm(null, null, null, null, null);

  public static String plain(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
