package se.tillit.incident.regime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a regime demands, such as `upplysning`, with the fields that its recipient asks
/// for.
///
/// @param instead the step that may be submitted in place of this one
/// @param extension how much longer it may take when its reasons are told
/// @param recipient who receives this step, where not the regime's own recipient
/// @param optional whether a case may close without it
public record Step(
    String code,
    Said name,
    Due due,
    Base base,
    String instead,
    @Nullable Span extension,
    String recipient,
    boolean optional,
    Legal legal,
    List<Field> fields) {

  public Step {
    fields = List.copyOf(fields);
  }
}
