package se.tillit.incident;

import java.util.List;

/// Says what is still missing before a case may be closed; one bean each rule. Called in the
/// transaction that closes, and by the page that shows what remains.
public interface ClosureDemand {

  List<Demand> of(IncidentId incident);

  /// What is missing: a sentence, and the page below the tenant's address where it is mended.
  ///
  /// @param messageKey a whole sentence, such as `incident.closure.cause`
  record Demand(String messageKey, List<Object> arguments, String path) {

    public Demand {
      arguments = List.copyOf(arguments);
    }

    public static Demand of(String messageKey, String path, Object... arguments) {
      return new Demand(messageKey, List.of(arguments), path);
    }
  }
}
