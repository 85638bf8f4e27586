package se.tillit.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What is wrong with one field, and what to do about it.
public record FieldProblem(String field, String message) implements Serializable {

  /// The id of the field's control, which the error summary links to.
  public static String id(String field) {
    return "field-" + field.replace('.', '-').replace('[', '-').replace("]", "");
  }

  /// The ids that describe the field's control to a screen reader, or nothing.
  public static @Nullable String described(
      String field, @Nullable String hint, @Nullable String problem) {
    String id = id(field);
    if (hint == null) {
      return problem == null ? null : id + "-problem";
    }
    return problem == null ? id + "-hint" : id + "-hint " + id + "-problem";
  }

  public String id() {
    return id(field);
  }
}
