package se.tillit.localpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Who PostgreSQL runs as. It refuses to be root, so root steps into a user namespace of its own,
/// where it keeps its files but is nobody, or, where such are forbidden, becomes the user nobody
/// and hands the data over.
enum OrdinaryUser {
  MYSELF(-1, ""),
  NAMESPACE(0, "unshare -U --"),
  NOBODY(65534, "setpriv --reuid 65534 --regid 65534 --clear-groups --");

  private final int id;
  private final String prefix;

  /// @param id the owner that the server's files need, or -1 where they have it by nature
  OrdinaryUser(int id, String prefix) {
    this.id = id;
    this.prefix = prefix;
  }

  static OrdinaryUser find() {
    if (!isRoot()) {
      return MYSELF;
    }
    if (NAMESPACE.works()) {
      return NAMESPACE;
    }
    if (NOBODY.works()) {
      return NOBODY;
    }
    throw new LocalPostgresFailure.ServerFailed(
        "PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
            + " start as an ordinary user",
        null);
  }

  List<String> command(List<String> words) {
    return Stream.concat(prefix.lines().flatMap(line -> Stream.of(line.split(" "))), words.stream())
        .toList();
  }

  /// Hands a file or a whole folder over, where it has another owner than the server needs.
  void own(Path root) throws IOException {
    if (this == MYSELF || owner(root) == id) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList().reversed()) {
        Files.setAttribute(file, "unix:uid", id, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private boolean works() {
    return Command.works(command(List.of("true")));
  }

  private static int owner(Path file) throws IOException {
    return (int) Files.getAttribute(file, "unix:uid");
  }

  private static boolean isRoot() {
    try {
      Path self = Path.of("/proc/self");
      return Files.exists(self) ? owner(self) == 0 : "root".equals(System.getProperty("user.name"));
    } catch (IOException e) {
      return false;
    }
  }
}
