package se.tillit.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule says no (422): the message key tells which, the field where, and the source which
/// paragraph.
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String messageKey;
  private final transient List<Object> arguments;
  private final @Nullable String field;
  private final @Nullable String source;

  public Refused(String messageKey, Object... arguments) {
    this(null, null, messageKey, arguments);
  }

  private Refused(
      @Nullable String field, @Nullable String source, String messageKey, Object... arguments) {
    super(messageKey);
    this.messageKey = messageKey;
    this.arguments = List.of(arguments);
    this.field = field;
    this.source = source;
  }

  /// The same refusal, shown beside the form field or JSON member that caused it.
  public Refused at(String fieldName) {
    return new Refused(fieldName, source, messageKey, arguments.toArray());
  }

  /// The same refusal, naming the paragraph that demands it, such as `KL 5 kap. 1 §`.
  public Refused by(String legalSource) {
    return new Refused(field, legalSource, messageKey, arguments.toArray());
  }

  public String messageKey() {
    return messageKey;
  }

  public Object[] arguments() {
    return arguments.toArray();
  }

  public @Nullable String field() {
    return field;
  }

  public @Nullable String source() {
    return source;
  }
}
