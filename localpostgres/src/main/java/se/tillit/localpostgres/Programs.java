package se.tillit.localpostgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The folder with PostgreSQL's own programs: those built in, unpacked once, or those of the
/// machine.
///
/// @param bin holds `initdb`, `pg_ctl` and `postgres`
/// @param major the version that decides which data they can read
record Programs(Path bin, int major) {

  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  static Programs in(Path bin) {
    Path postgres = bin.resolve("postgres");
    if (!Files.isExecutable(postgres) || !Files.isExecutable(bin.resolve("initdb"))) {
      throw new LocalPostgresFailure.ProgramsMissing("No postgres and initdb in " + bin);
    }
    String words = Command.run(List.of(postgres.toString(), "--version")).output();
    Matcher version = VERSION.matcher(words);
    if (!version.find()) {
      throw new LocalPostgresFailure.ProgramsMissing(postgres + " does not run here: " + words);
    }
    return new Programs(bin, Integer.parseInt(version.group(1)));
  }

  static Programs builtIn(Path home) throws IOException {
    Path unpacked = home.resolve("postgresql-" + builtInVersion());
    if (!Files.exists(unpacked)) {
      try (InputStream archive = archive()) {
        Unpacking.intoPlace(archive, unpacked);
      }
    }
    return in(unpacked.resolve("bin"));
  }

  String path(String program) {
    return bin.resolve(program).toString();
  }

  static String builtInVersion() {
    Properties properties = new Properties();
    try (InputStream file = Programs.class.getResourceAsStream("programs.properties")) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }

  private static InputStream archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String kind = system.startsWith("mac") ? "darwin" : system;
    String chip = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
    InputStream archive =
        Programs.class.getResourceAsStream("/postgres-%s-%s.txz".formatted(kind, chip));
    if (archive == null) {
      throw new LocalPostgresFailure.ProgramsMissing(
          "No PostgreSQL for %s %s is built in: install one and say where its programs are"
              .formatted(kind, chip));
    }
    return archive;
  }
}
