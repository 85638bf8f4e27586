package se.tillit.exchange.file;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// The answer that gives a kept file back, always to be saved and never shown: what somebody sent
/// in may be hostile.
public final class FileDownload {

  private FileDownload() {}

  /// Writes the content of the kept file.
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  public static void give(HttpServletResponse answer, Attachment found, Content content)
      throws IOException {
    answer.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(found.name(), StandardCharsets.UTF_8)
            .build()
            .toString());
    answer.setContentType(found.mediaType());
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    answer.setContentLengthLong(found.size());
    // Read whole first: the answer goes when no transaction of the reading is open.
    var whole = new ByteArrayOutputStream(Math.toIntExact(found.size()));
    content.write(whole);
    whole.writeTo(answer.getOutputStream());
  }
}
