package se.tillit.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.tillit.Tillit;
import se.tillit.localpostgres.LocalPostgres;

/// A node that knows [SlowWork], in a process of its own, on a database that others use too.
final class WorkingNode {

  private WorkingNode() {}

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(Tillit.class, SlowWork.class).run(arguments);
  }

  static Process start(LocalPostgres server, Path folder) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                WorkingNode.class.getName()));
    command.addAll(
        List.of(
            "--server.port=0",
            "--tillit.data=" + folder,
            "--tillit.jobs.poll=100ms",
            "--tillit.jobs.heartbeat=500ms",
            "--tillit.database.pool=5",
            "--tillit.database.url=" + server.jdbcUrl(),
            "--tillit.database.user=" + server.user()));
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("node.log").toFile());
    builder.environment().put("TILLIT_DATABASE_PASSWORD", server.password());
    return builder.start();
  }
}
