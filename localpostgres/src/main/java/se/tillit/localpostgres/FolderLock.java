package se.tillit.localpostgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Sole ownership of a data folder; the operating system gives it up when the process ends in any
/// way.
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        channel.truncate(0);
        channel.write(utf8(Long.toString(ProcessHandle.current().pid())));
        return new FolderLock(channel);
      }
    } catch (OverlappingFileLockException held) {
      // Held by this very process: as refused as when another one holds it.
    }
    channel.close();
    String pid = Files.readString(file).strip();
    throw new LocalPostgresFailure.FolderInUse(
        folder, pid.isEmpty() ? "" : " (process " + pid + ")");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
