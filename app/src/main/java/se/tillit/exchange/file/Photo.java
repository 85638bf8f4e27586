package se.tillit.exchange.file;

import java.nio.charset.StandardCharsets;
import se.tillit.kernel.Refused;

/// A photo as it may be kept: without what the camera wrote about where, when and with what.
///
/// @param told whether it said where it was taken
record Photo(byte[] content, boolean told) {

  /// The sent file without such words. What is no photo stays as it is; one whose place can't be
  /// taken away, or that can't be read, is refused.
  static Photo cleaned(SentFile file) {
    byte[] content = file.content();
    if (JpegPhoto.is(content)) {
      return JpegPhoto.cleaned(file.name(), content);
    }
    if (PngPhoto.is(content)) {
      return PngPhoto.cleaned(file.name(), content);
    }
    if (isHeic(content)) {
      throw new Refused("exchange.file.heic", file.name()).at("files");
    }
    switch (file.ending()) {
      case "jpg", "jpeg", "png", "heic", "heif" ->
          throw new Refused("exchange.file.unreadable", file.name()).at("files");
      default -> {}
    }
    return new Photo(content, false);
  }

  /// The phone's own format (ISO 23008-12) hides its place in ways that differ from maker to maker.
  private static boolean isHeic(byte[] content) {
    if (content.length < 12 || !ascii(content, 4, 4).equals("ftyp")) {
      return false;
    }
    return switch (ascii(content, 8, 4)) {
      case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif" -> true;
      default -> false;
    };
  }

  static String ascii(byte[] content, int from, int length) {
    return from + length > content.length
        ? ""
        : new String(content, from, length, StandardCharsets.ISO_8859_1);
  }
}
