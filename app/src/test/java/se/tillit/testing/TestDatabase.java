package se.tillit.testing;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import se.tillit.localpostgres.LocalPostgres;

/// One real PostgreSQL for the whole test run, gone with it.
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final LocalPostgres SERVER = LocalPostgres.throwaway();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test database",
                Map.of(
                    "tillit.database.url", SERVER.jdbcUrl(),
                    "tillit.database.user", SERVER.user(),
                    "tillit.database.password", SERVER.password())));
  }

  public static LocalPostgres server() {
    return SERVER;
  }
}
