package se.tillit.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import se.tillit.localpostgres.LocalPostgres;

/// Its own PostgreSQL in the data folder, unless `TILLIT_DATABASE_URL` names a server.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource, Clock clock) {
    return new TenantTransactionManager(dataSource, clock);
  }

  /// One machine: PostgreSQL is Tillit's own child and lives as long as it.
  @Bean(destroyMethod = "close")
  @ConditionalOnProperty(name = "tillit.database.url", havingValue = "own")
  LocalPostgres localPostgres(@Value("${tillit.data}") Path folder) {
    return LocalPostgres.start(folder.resolve("db"));
  }

  @Bean(destroyMethod = "close")
  DataSource dataSource(
      ObjectProvider<LocalPostgres> own,
      @Value("${tillit.database.url}") String url,
      @Value("${tillit.database.user}") String user,
      @Value("${tillit.database.password}") String password,
      @Value("${tillit.database.pool}") int size) {
    LocalPostgres server = own.getIfAvailable();
    return server == null
        ? pool(url, user, password, size)
        : pool(server.jdbcUrl(), server.user(), server.password(), size);
  }

  private static HikariDataSource pool(String url, String user, String password, int size) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setPoolName("tillit");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "tillit");
    // The second time a connection hears a statement, PostgreSQL keeps it.
    config.addDataSourceProperty("prepareThreshold", "2");
    return new HikariDataSource(config);
  }
}
