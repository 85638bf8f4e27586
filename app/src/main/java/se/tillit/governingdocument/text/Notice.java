package se.tillit.governingdocument.text;

import java.util.List;

/// What the reader of a document should know about how it was read, as a message key and its
/// arguments.
public record Notice(String messageKey, List<Object> arguments) {

  static Notice of(String messageKey, Object... arguments) {
    return new Notice(messageKey, List.of(arguments));
  }
}
