package se.tillit.localpostgres;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What may be chosen about a local PostgreSQL; the defaults suit a small machine.
///
/// @param programs the folder that holds `postgres` and `initdb`, or null for the ones built in
/// @param port the loopback port, or 0 for any free one
/// @param database the name of both the database and the role that owns it
/// @param settings PostgreSQL settings by name; they win over the module's own
public record Options(
    @Nullable Path programs, int port, String database, Map<String, String> settings) {

  public Options {
    if (!database.matches("[a-z][a-z0-9_]{0,30}")) {
      throw new IllegalArgumentException("Not a plain database name: " + database);
    }
    settings = Map.copyOf(settings);
  }

  public static Options defaults() {
    return new Options(null, 0, "tillit", Map.of());
  }

  public Options withPrograms(Path folder) {
    return new Options(folder, port, database, settings);
  }

  public Options withPort(int chosen) {
    return new Options(programs, chosen, database, settings);
  }

  public Options withSettings(Map<String, String> chosen) {
    return new Options(programs, port, database, chosen);
  }
}
