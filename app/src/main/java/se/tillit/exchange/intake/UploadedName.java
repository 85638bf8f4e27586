package se.tillit.exchange.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// The name of a sent file as it is shown: the last part of its path, without what no reader sees.
final class UploadedName {

  private static final int LONGEST = 200;

  private UploadedName() {}

  static String of(MultipartFile file) {
    @Nullable String sent = file.getOriginalFilename();
    String name = sent == null ? "" : sent.substring(sent.replace('\\', '/').lastIndexOf('/') + 1);
    String clean = name.replaceAll("\\p{C}", "").strip();
    if (clean.isEmpty()) {
      return "?";
    }
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
  }
}
