package se.tillit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/// `tillit serve`: starts everything and says where it is.
final class Server {

  private static final int HIGHEST_PORT = 65535;

  private Server() {}

  static void serve(CommandLine line) {
    sayReady(start(line));
  }

  static ConfigurableApplicationContext start(CommandLine line) {
    List<String> settings = new ArrayList<>(line.settings());
    if (line.has("demo")) {
      settings.add("--tillit.demo=true");
    }
    line.option("data").ifPresent(folder -> settings.add("--tillit.data=" + folder));
    line.option("port")
        .ifPresent(port -> settings.add("--server.port=" + line.number("port", 0, HIGHEST_PORT)));
    var application = new SpringApplication(Tillit.class);
    application.addInitializers(context -> refuseTakenPort(context.getEnvironment()));
    return application.run(settings.toArray(String[]::new));
  }

  /// Before anything else is started, so that nothing has to be taken down again.
  private static void refuseTakenPort(Environment environment) {
    int port = environment.getProperty("server.port", Integer.class, 0);
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (BindException e) {
      throw new PortTaken(port);
    } catch (IOException e) {
      throw new IllegalStateException("port " + port + " can't be tried", e);
    }
  }

  /// Somebody else listens where Tillit was to listen.
  static final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTaken(int port) {
      super("Port " + port + " is taken by another program; choose one with --port N");
    }
  }

  private static void sayReady(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    String address = environment.getProperty("tillit.address", "");
    System.out.printf(Locale.ROOT, "Tillit is ready at %s (started in %.1f s)%n", address, seconds);
    if (environment.getProperty("tillit.demo", Boolean.class, false)) {
      System.out.println(
          "This is a demo: open the address and choose one of the invented people. No passwords.");
    }
  }
}
