package se.tillit;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import se.tillit.localpostgres.LocalPostgresFailure;

/// Turns what a person can mend into one clear line; anything else is a bug and keeps its trace.
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailure implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    return explain(failure) != null;
  }

  /// Says the line on the console, where there is one.
  static boolean tell(Throwable failure) {
    String line = explain(failure);
    if (line != null) {
      System.err.println("tillit: " + line);
    }
    return line != null;
  }

  static @Nullable String explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String line =
          switch (cause) {
            case LocalPostgresFailure known -> known.getMessage();
            case Server.PortTaken known -> known.getMessage();
            case Console.Unanswerable known -> known.getMessage();
            case PortInUseException taken -> new Server.PortTaken(taken.getPort()).getMessage();
            case SQLException refused -> explain(refused);
            default -> null;
          };
      if (line != null) {
        return line;
      }
    }
    return null;
  }

  /// By PostgreSQL's own classes of error: connection, authorisation, no such database.
  private static @Nullable String explain(SQLException refused) {
    String state = refused.getSQLState() == null ? "" : refused.getSQLState();
    if (state.startsWith("08") || state.startsWith("28") || state.startsWith("3D")) {
      return "The database can't be reached: " + oneLine(refused.getMessage());
    }
    return null;
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "no reason given" : text.lines().findFirst().orElse("").strip();
  }
}
