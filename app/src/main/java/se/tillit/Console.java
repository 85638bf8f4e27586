package se.tillit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.tillit.audittrail.TrailExport;
import se.tillit.identity.ApiTokens;
import se.tillit.identity.Role;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.localpostgres.Access;
import se.tillit.localpostgres.LocalPostgres;

/// The commands that need the database but serve nobody. They join the PostgreSQL of a Tillit that
/// runs on the same data folder, or start it for the moment.
final class Console {

  private static final int LONGEST_LIFE_IN_DAYS = 365;
  private static final String ACTOR = "Console";

  private Console() {}

  /// A command that was understood but has no answer here.
  static final class Unanswerable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unanswerable(String message) {
      super(message);
    }
  }

  static void issueToken(CommandLine line) throws Exception {
    var role = role(line.needed("role"));
    int days = line.number("days", LONGEST_LIFE_IN_DAYS, LONGEST_LIFE_IN_DAYS);
    String name = line.option("name").orElse("Console token for " + role.key());
    String key = line.needed("tenant");
    try (var context = start(line)) {
      var wanted = new ApiTokens.Wanted(name, role, null, Duration.ofDays(days));
      var actor = Actor.system(tenant(context, key).id(), ACTOR);
      System.out.println(Acting.as(actor, () -> context.getBean(ApiTokens.class).issue(wanted)));
    }
  }

  static void exportTrail(CommandLine line) throws Exception {
    String key = line.needed("tenant");
    try (var context = start(line)) {
      var tenant = tenant(context, key);
      var file = Path.of(line.option("out").orElse("trail-" + key + ".txt"));
      long entries =
          Acting.as(
              Actor.system(tenant.id(), ACTOR),
              () -> write(context.getBean(TrailExport.class), file));
      System.out.println("Wrote " + entries + " entries to " + file);
    }
  }

  private static long write(TrailExport export, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      return export.write(out);
    } catch (IOException | UncheckedIOException e) {
      throw new Unanswerable("The file " + file + " can't be written: " + e.getMessage());
    }
  }

  private static Role role(String key) {
    return Role.of(key)
        .orElseThrow(() ->
            new CommandLine.Misused(
                "there is no role \"%s\"; choose one of: %s"
                    .formatted(
                        key,
                        Arrays.stream(Role.values())
                            .map(Role::key)
                            .collect(Collectors.joining(", ")))));
  }

  private static Tenants.Tenant tenant(ConfigurableApplicationContext context, String key) {
    var tenants = context.getBean(Tenants.class);
    return tenants
        .byKey(key)
        .orElseThrow(() ->
            new Unanswerable(
                "There is no tenant \"%s\"; here are: %s"
                    .formatted(
                        key,
                        tenants.all().stream()
                            .map(Tenants.Tenant::key)
                            .collect(Collectors.joining(", ")))));
  }

  /// The application without its web, its jobs and its demo; only what a command asks for is made.
  private static ConfigurableApplicationContext start(CommandLine line) {
    List<String> settings = new ArrayList<>(line.settings());
    settings.add("--tillit.jobs=false");
    settings.add("--tillit.demo=false");
    settings.add("--spring.main.lazy-initialization=true");
    Optional<String> data =
        line.option("data").or(() -> Optional.ofNullable(System.getenv("TILLIT_DATA")));
    data.ifPresent(folder -> settings.add("--tillit.data=" + folder));
    if (System.getenv("TILLIT_DATABASE_URL") == null) {
      LocalPostgres.running(Path.of(data.orElse("data")).resolve("db"))
          .ifPresent(access -> settings.addAll(join(access)));
    }
    return new SpringApplicationBuilder(Tillit.class)
        .web(WebApplicationType.NONE)
        .run(settings.toArray(String[]::new));
  }

  private static List<String> join(Access access) {
    return List.of(
        "--tillit.database.url=" + access.jdbcUrl(),
        "--tillit.database.user=" + access.user(),
        "--tillit.database.password=" + access.password(),
        "--spring.flyway.enabled=false");
  }
}
