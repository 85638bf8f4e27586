package se.tillit.exchange.table;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// The texts that a workbook keeps once and its cells point to. They lie in a temporary file mapped
/// into memory, because a staff list has one for every name and the heap must not grow with it.
final class SharedStrings implements Closeable {

  /// Far beyond any honest workbook; a hostile one could hold empty texts without end.
  private static final int MOST = 10_000_000;

  private final Arena arena = Arena.ofShared();
  private final StringBuilder text = new StringBuilder();
  private final int longest;
  private MemorySegment bytes = MemorySegment.NULL;
  private int[] ends = new int[1024];
  private int count;

  private SharedStrings(int longest) {
    this.longest = longest;
  }

  /// @param longest texts are cut one character after this, enough to see that they are too long
  static SharedStrings read(@Nullable XmlPart part, int longest) throws IOException {
    SharedStrings strings = new SharedStrings(longest);
    if (part != null) {
      strings.fill(part);
    }
    return strings;
  }

  private void fill(XmlPart part) throws IOException {
    Path file = Files.createTempFile("tillit-table", null);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      int end = 0;
      while (part.advance()) {
        if (part.starts("si")) {
          byte[] encoded = item(part).getBytes(UTF_8);
          out.write(encoded);
          end = Math.addExact(end, encoded.length);
          add(end);
        }
      }
      out.flush();
      bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, end, arena);
    }
  }

  private String item(XmlPart part) {
    text.setLength(0);
    CellText.read(part, "si", text, longest);
    return text.substring(0, Math.min(text.length(), longest + 1));
  }

  private void add(int end) {
    if (count == MOST) {
      throw new Refused("exchange.table.bomb");
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = end;
  }

  @Nullable String at(int index) {
    if (index < 0 || index >= count) {
      return null;
    }
    int start = index == 0 ? 0 : ends[index - 1];
    byte[] encoded = new byte[ends[index] - start];
    MemorySegment.copy(bytes, JAVA_BYTE, start, encoded, 0, encoded.length);
    return new String(encoded, UTF_8);
  }

  @Override
  public void close() {
    arena.close();
  }
}
