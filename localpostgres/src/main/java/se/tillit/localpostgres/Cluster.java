package se.tillit.localpostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The data on disk, with the passwords that open it: made once, in full, then only opened.
///
/// @param folder holds `data`, `password` (of the application's role) and `superuser-password`
record Cluster(Path folder) {

  static final String SUPERUSER = "postgres";

  private static final SecureRandom RANDOM = new SecureRandom();

  /// Opens the cluster, after making it where there is none. A half-made one is never seen: it
  /// grows beside its place.
  static Cluster in(
      Path folder, Programs programs, OrdinaryUser user, String database, boolean durable)
      throws IOException {
    Cluster cluster = at(folder);
    if (!Files.exists(cluster.folder)) {
      Path draft = folder.resolve("server.new");
      Unpacking.remove(draft);
      new Cluster(draft).make(programs, user, database, durable);
      Files.move(draft, cluster.folder, StandardCopyOption.ATOMIC_MOVE);
    }
    String written = Files.readString(cluster.data().resolve("PG_VERSION")).strip();
    String available = Integer.toString(programs.major());
    if (!written.equals(available)) {
      throw new LocalPostgresFailure.WrongVersion(folder, written, available);
    }
    user.own(cluster.folder);
    return cluster;
  }

  static Cluster at(Path folder) {
    return new Cluster(folder.resolve("server"));
  }

  Path data() {
    return folder.resolve("data");
  }

  String password() {
    try {
      return Files.readString(folder.resolve("password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void make(Programs programs, OrdinaryUser user, String database, boolean durable)
      throws IOException {
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path superuserPassword = secret("superuser-password");
    secret("password");
    user.own(folder);
    List<String> initdb =
        new ArrayList<>(
            List.of(programs.path("initdb"), "--pgdata=" + data(), "--username=" + SUPERUSER));
    initdb.addAll(List.of("--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"));
    initdb.addAll(List.of("--locale-provider=icu", "--icu-locale=sv-SE"));
    initdb.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + superuserPassword));
    if (!durable) {
      initdb.add("--no-sync");
    }
    succeed(user.command(initdb), "", "The database could not be made");
    succeed(
        user.command(singleUser(programs, durable)),
        createRoleAndDatabase(database, password()),
        "The application's role could not be made");
  }

  /// PostgreSQL without a network, reading statements from its input: the only time that anything
  /// acts as superuser.
  private List<String> singleUser(Programs programs, boolean durable) {
    return List.of(
        programs.path("postgres"),
        "--single",
        "-D",
        data().toString(),
        "-c",
        "exit_on_error=on",
        "-c",
        "fsync=" + (durable ? "on" : "off"),
        SUPERUSER);
  }

  /// Single-user mode takes one statement a line. The name and the password are plain letters and
  /// digits by construction.
  private static String createRoleAndDatabase(String database, String password) {
    return """
    CREATE ROLE %1$s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '%2$s'
    CREATE DATABASE %1$s OWNER %1$s
    REVOKE CONNECT ON DATABASE postgres FROM PUBLIC
    """
        .formatted(database, password);
  }

  private Path secret(String name) throws IOException {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    Path file = folder.resolve(name);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n",
        StandardOpenOption.WRITE);
    return file;
  }

  private static void succeed(List<String> words, String input, String complaint) {
    Command.Outcome outcome = Command.run(words, input);
    if (!outcome.succeeded()) {
      throw new LocalPostgresFailure.ServerFailed(
          complaint + ": " + ServerLog.reason(outcome.output()), null);
    }
  }
}
