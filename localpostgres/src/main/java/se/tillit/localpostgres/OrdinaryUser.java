package se.tillit.localpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Who PostgreSQL runs as. It refuses to be root, so root steps into a user namespace of its own,
/// where it keeps its files but is nobody, or, where such are forbidden, becomes the user nobody
/// and hands the data over.
enum OrdinaryUser {
  MYSELF(List.of()),
  NAMESPACE(List.of("unshare", "-U", "--")),
  NOBODY(List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--"));

  private static final int NOBODYS_ID = 65534;

  private final List<String> prefix;

  OrdinaryUser(List<String> prefix) {
    this.prefix = prefix;
  }

  static OrdinaryUser find() {
    if (!isRoot()) {
      return MYSELF;
    }
    if (Command.works("unshare", "-U", "--", "true")) {
      return NAMESPACE;
    }
    if (Command.works("setpriv", "--reuid", "65534", "--clear-groups", "--", "true")) {
      return NOBODY;
    }
    throw new LocalPostgresFailure.ServerFailed(
        "PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
            + " start as an ordinary user",
        null);
  }

  List<String> command(List<String> words) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(words);
    return command;
  }

  /// Hands a file or a whole folder over, where the files must change owner at all.
  void own(Path root) throws IOException {
    if (this != NOBODY || isNobodys(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList().reversed()) {
        Files.setAttribute(file, "unix:uid", NOBODYS_ID, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static boolean isNobodys(Path file) throws IOException {
    return Files.getAttribute(file, "unix:uid").equals(NOBODYS_ID);
  }

  private static boolean isRoot() {
    try {
      Path self = Path.of("/proc/self");
      return Files.exists(self)
          ? Files.getAttribute(self, "unix:uid").equals(0)
          : "root".equals(System.getProperty("user.name"));
    } catch (IOException e) {
      return false;
    }
  }
}
