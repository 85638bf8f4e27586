package se.tillit.exchange.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;

/// The answer that gives a kept file back, piece by piece, always to be saved and never shown: what
/// somebody sent in may be hostile.
public final class FileDownload {

  private FileDownload() {}

  /// Writes the content of the kept file.
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  public static ResponseEntity<StreamingResponseBody> of(
      Actor actor, Attachment found, Content content) {
    StreamingResponseBody body =
        out ->
            Acting.run(
                actor,
                () -> {
                  try {
                    content.write(out);
                  } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                  }
                });
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CONTENT_TYPE, found.mediaType())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .contentLength(found.size())
        .body(body);
  }
}
