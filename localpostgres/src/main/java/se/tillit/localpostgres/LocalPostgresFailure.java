package se.tillit.localpostgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Why there is no local PostgreSQL. The message is one line, fit to be shown on a console as it
/// is.
public abstract sealed class LocalPostgresFailure extends RuntimeException {

  private LocalPostgresFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// The data folder belongs to another running process.
  public static final class FolderInUse extends LocalPostgresFailure {
    FolderInUse(Path folder, String who) {
      super("Another process already uses " + folder + who, null);
    }
  }

  /// The data folder cannot be made, read or written.
  public static final class FolderUnusable extends LocalPostgresFailure {
    FolderUnusable(Path folder, Throwable cause) {
      super("The data folder " + folder + " cannot be used: " + cause, cause);
    }
  }

  /// The port asked for is held by someone else.
  public static final class PortTaken extends LocalPostgresFailure {
    PortTaken(int port) {
      super("Port " + port + " on 127.0.0.1, meant for the database, is taken", null);
    }
  }

  /// No PostgreSQL programs that run on this machine.
  public static final class ProgramsMissing extends LocalPostgresFailure {
    ProgramsMissing(String message) {
      super(message, null);
    }
  }

  /// The data was written by another major version than the programs at hand.
  public static final class WrongVersion extends LocalPostgresFailure {
    WrongVersion(Path folder, String data, String programs) {
      super(
          "The data in %s is PostgreSQL %s but the programs are %s: restore from a backup instead"
              .formatted(folder, data, programs),
          null);
    }
  }

  /// PostgreSQL itself refused; the message carries its own words.
  public static final class ServerFailed extends LocalPostgresFailure {
    ServerFailed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
