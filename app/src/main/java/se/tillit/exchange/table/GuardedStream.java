package se.tillit.exchange.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import se.tillit.kernel.Refused;

/// One unpacked part of a workbook. Refuses to go on when the workbook as a whole has unpacked to
/// more than it may, or when one tag or text is longer than any that a spreadsheet program writes.
final class GuardedStream extends FilterInputStream {

  /// A cell of 32,767 characters, each as a reference of ten bytes, and room to spare.
  private static final int LONGEST_RUN = 1 << 20;

  /// What is left to unpack, shared by all parts of a workbook.
  static final class Allowance {
    private long left;

    Allowance(long bytes) {
      this.left = bytes;
    }

    private void use(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw new Refused("exchange.table.bomb");
      }
    }
  }

  private final Allowance allowance;
  private int run;

  GuardedStream(InputStream in, Allowance allowance) {
    super(in);
    this.allowance = allowance;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      allowance.use(read);
      measureRun(buffer, offset, offset + read);
    }
    return read;
  }

  private void measureRun(byte[] buffer, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (buffer[i] == '>') {
        run = to - 1 - i;
        return;
      }
    }
    run += to - from;
    if (run > LONGEST_RUN) {
      throw new Refused("exchange.table.bomb");
    }
  }

  @Override
  public long skip(long bytes) throws IOException {
    byte[] passed = new byte[(int) Math.min(bytes, 8192)];
    return Math.max(0, read(passed, 0, passed.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
