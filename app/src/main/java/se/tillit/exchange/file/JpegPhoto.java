package se.tillit.exchange.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import se.tillit.kernel.Refused;

/// A JPEG file: walked segment by segment and written anew without Exif, XMP and what else tells of
/// place. How it shall be turned is kept, and so are its colours.
final class JpegPhoto {

  private static final int START = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int EXIF = 0xe1;
  private static final int PROFILE = 0xe2;
  private static final int ADOBE = 0xee;
  private static final int LAST_APPLICATION = 0xef;
  private static final int ORIENTATION = 0x0112;
  private static final int GPS = 0x8825;

  private final String name;
  private final byte[] in;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private boolean told;
  private int turn = 1;

  private JpegPhoto(String name, byte[] content) {
    this.name = name;
    in = content;
  }

  static boolean is(byte[] content) {
    return content.length > 3
        && (content[0] & 0xff) == 0xff
        && (content[1] & 0xff) == START
        && (content[2] & 0xff) == 0xff;
  }

  static Photo cleaned(String name, byte[] content) {
    var photo = new JpegPhoto(name, content);
    try {
      photo.walk();
    } catch (IndexOutOfBoundsException torn) {
      throw photo.unreadable();
    }
    return new Photo(photo.whole(), photo.told);
  }

  private void walk() {
    int at = 2;
    while (true) {
      if ((in[at] & 0xff) != 0xff) {
        throw unreadable();
      }
      int marker = in[at + 1] & 0xff;
      if (marker == 0xff) {
        at++;
        continue;
      }
      if (marker == END) {
        out.write(0xff);
        out.write(END);
        return;
      }
      int next = at + 2 + length(at + 2);
      if (marker == SCAN) {
        next = endOfScan(next);
      }
      if (keeps(marker, at + 4, next)) {
        out.write(in, at, next - at);
      }
      at = next;
    }
  }

  private int length(int at) {
    int length = (in[at] & 0xff) << 8 | (in[at + 1] & 0xff);
    if (length < 2 || at + length > in.length) {
      throw unreadable();
    }
    return length;
  }

  /// Compressed matter ends at a marker that is neither a stuffed byte nor a restart.
  private int endOfScan(int from) {
    int at = from;
    while (true) {
      if ((in[at] & 0xff) == 0xff) {
        int next = in[at + 1] & 0xff;
        if (next != 0 && (next < 0xd0 || next > 0xd7)) {
          return at;
        }
      }
      at++;
    }
  }

  private boolean keeps(int marker, int from, int end) {
    if (marker <= 0xe0 || marker > LAST_APPLICATION || marker == ADOBE) {
      return true;
    }
    if (marker == PROFILE) {
      return Photo.ascii(in, from, 11).equals("ICC_PROFILE");
    }
    if (marker == EXIF && Photo.ascii(in, from, 6).equals("Exif\0\0")) {
      readExif(from + 6, end);
    } else if (Photo.ascii(in, from, end - from).contains("GPS")) {
      told = true;
    }
    return false;
  }

  private void readExif(int from, int end) {
    try {
      ByteBuffer tiff = ByteBuffer.wrap(in, from, end - from).slice();
      tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = tiff.getInt(4);
      int entries = tiff.getShort(directory) & 0xffff;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + 12 * i;
        int tag = tiff.getShort(entry) & 0xffff;
        if (tag == GPS) {
          told = true;
        } else if (tag == ORIENTATION) {
          turn = tiff.getShort(entry + 8) & 0xffff;
        }
      }
    } catch (IndexOutOfBoundsException torn) {
      // Words about the photo that can't be read go with the rest; the photo itself is whole.
      told = true;
    }
  }

  private byte[] whole() {
    var photo = new ByteArrayOutputStream(out.size() + 64);
    photo.write(0xff);
    photo.write(START);
    if (turn > 1 && turn <= 8) {
      photo.writeBytes(turned());
    }
    photo.writeBytes(out.toByteArray());
    return photo.toByteArray();
  }

  /// The least Exif there can be: how the photo shall be turned, nothing else.
  private byte[] turned() {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.put((byte) 0xff).put((byte) EXIF).putShort((short) 34);
    exif.put("Exif\0\0MM\0*".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)).putInt(8);
    exif.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
    exif.putShort((short) turn).putShort((short) 0).putInt(0);
    return exif.array();
  }

  private Refused unreadable() {
    return new Refused("exchange.file.unreadable", name).at("files");
  }
}
