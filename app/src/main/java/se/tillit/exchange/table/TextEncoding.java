package se.tillit.exchange.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import se.tillit.kernel.Refused;

/// How the characters of a text file are written: what its first bytes declare, else UTF-8 if the
/// whole file is that, else Windows-1252, which is what Excel in Sweden saves.
///
/// @param mark the bytes at the start that only declare the encoding
record TextEncoding(Charset charset, int mark) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final int SAMPLE = 1 << 16;

  static TextEncoding of(Path file) throws IOException {
    byte[] sample;
    try (InputStream in = Files.newInputStream(file)) {
      sample = in.readNBytes(SAMPLE);
    }
    if (starts(sample, 0xef, 0xbb, 0xbf)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (starts(sample, 0xff, 0xfe)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    if (starts(sample, 0xfe, 0xff)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2);
    }
    int evenNulls = nulls(sample, 0);
    int oddNulls = nulls(sample, 1);
    if (oddNulls > sample.length / 4 && evenNulls < oddNulls / 8) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 0);
    }
    if (evenNulls > sample.length / 4 && oddNulls < evenNulls / 8) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 0);
    }
    refuseBinary(sample);
    return new TextEncoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 0);
  }

  private static boolean starts(byte[] sample, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= sample.length || (sample[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static int nulls(byte[] sample, int from) {
    int nulls = 0;
    for (int i = from; i < sample.length; i += 2) {
      nulls += sample[i] == 0 ? 1 : 0;
    }
    return nulls;
  }

  /// A stray control character in a name is cleaned later; one in twenty means this is no text.
  private static void refuseBinary(byte[] sample) {
    int controls = 0;
    for (byte b : sample) {
      controls += b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
    }
    if (controls > 2 + sample.length / 20) {
      throw new Refused("exchange.table.not-a-table");
    }
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
    CharBuffer characters = CharBuffer.allocate(SAMPLE);
    try (InputStream in = Files.newInputStream(file)) {
      boolean ended = false;
      while (!ended) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(bytes, characters.clear(), ended);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
      }
    }
    return true;
  }

  Reader read(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(mark);
      return new BufferedReader(new InputStreamReader(in, charset), SAMPLE);
    } catch (IOException failure) {
      in.close();
      throw failure;
    }
  }
}
