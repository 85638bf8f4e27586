package se.tillit.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What just happened, said once at the top of the next page, with its undo where there is one.
///
/// @param undo takes a `POST` that takes the change back
public record Flash(Tone tone, String message, @Nullable String undo) implements Serializable {

  public static Flash done(String message) {
    return new Flash(Tone.SUCCESS, message, null);
  }

  public static Flash undoable(String message, String undo) {
    return new Flash(Tone.SUCCESS, message, undo);
  }

  public static Flash warning(String message) {
    return new Flash(Tone.WARNING, message, null);
  }
}
