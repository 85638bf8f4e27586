package se.tillit.web;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is wrong with a form as it was sent, in the order of its fields.
public record Problems(List<FieldProblem> all) implements Serializable {

  public static final Problems NONE = new Problems(List.of());

  public Problems {
    all = List.copyOf(all);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /// What is wrong with this field, or nothing.
  public @Nullable String on(String field) {
    return all.stream()
        .filter(problem -> problem.field().equals(field))
        .map(FieldProblem::message)
        .findFirst()
        .orElse(null);
  }
}
