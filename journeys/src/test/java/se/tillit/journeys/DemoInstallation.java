package se.tillit.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import se.tillit.Tillit;

/// Tillit with its demo tenants and a database of its own, started once for all journeys; or the
/// demo installation that `-Dtillit.journeys.address` names.
final class DemoInstallation {

  private static String address = System.getProperty("tillit.journeys.address");

  private DemoInstallation() {}

  static synchronized String address() {
    if (address == null) {
      var application = new SpringApplication(Tillit.class);
      var context =
          application.run(
              "--server.port=0",
              "--tillit.demo=true",
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
