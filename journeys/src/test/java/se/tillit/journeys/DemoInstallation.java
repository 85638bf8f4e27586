package se.tillit.journeys;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import se.tillit.Tillit;

/// Tillit with its demo tenants and a database of its own, started once for all journeys; or the
/// demo installation that `-Dtillit.journeys.address` names.
final class DemoInstallation {

  private static String address = System.getProperty("tillit.journeys.address");

  /// Takes the letters of all journeys.
  private static final GreenMail POST = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  private DemoInstallation() {}

  /// The letters to somebody, once there are any.
  static List<String> lettersTo(String name) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      List<String> found =
          Arrays.stream(POST.getReceivedMessages())
              .map(DemoInstallation::words)
              .filter(it -> it.contains(name))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
      POST.waitForIncomingEmail(500, POST.getReceivedMessages().length + 1);
    }
    return List.of();
  }

  private static String words(MimeMessage letter) {
    try {
      return letter.getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static synchronized String address() {
    if (address == null) {
      POST.start();
      var application = new SpringApplication(Tillit.class);
      var context =
          application.run(
              "--server.port=0",
              "--tillit.demo=true",
              "--spring.mail.host=127.0.0.1",
              "--spring.mail.port=" + POST.getSmtp().getPort(),
              "--tillit.mail.from=tillit@kommunen.example",
              "--tillit.data=" + folder(),
              "--tillit.address=http://localhost");
      address =
          "http://localhost:" + ((WebServerApplicationContext) context).getWebServer().getPort();
    }
    return address;
  }

  private static Path folder() {
    try {
      Files.createDirectories(Path.of("target"));
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "journeys");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
