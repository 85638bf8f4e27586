package se.tillit.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.tillit.kernel.Acting;

/// Begins each transaction by telling PostgreSQL whose rows it may touch and what day it is in
/// Sweden. Without an actor nothing is told, and every walled table then refuses.
class TenantTransactionManager extends JdbcTransactionManager {

  private static final long serialVersionUID = 1L;
  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
  private static final String TELL =
      "select set_config('tillit.tenant', ?, true), set_config('tillit.today', ?, true)";

  /// The name of a transaction that only gathers what a page shows.
  private static final String PAGE = "page";

  // Its statements are the same again and again, and few rows each: one plan serves them all, where
  // to plan anew would often cost more than to run.
  private static final String TELL_PAGE =
      TELL + ", set_config('plan_cache_mode', 'force_generic_plan', true)";

  private final transient Clock clock;

  TenantTransactionManager(DataSource dataSource, Clock clock) {
    super(dataSource);
    this.clock = clock;
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    if (!Acting.isAnyone()) {
      return;
    }
    var holder =
        (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    if (holder == null) {
      throw new CannotCreateTransactionException("no connection was bound");
    }
    String words = PAGE.equals(definition.getName()) ? TELL_PAGE : TELL;
    try (PreparedStatement tell = holder.getConnection().prepareStatement(words)) {
      tell.setString(1, Acting.current().tenant().toString());
      tell.setString(2, LocalDate.now(clock.withZone(SWEDEN)).toString());
      tell.execute();
    } catch (SQLException e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("the tenant could not be told", e);
    }
  }
}
