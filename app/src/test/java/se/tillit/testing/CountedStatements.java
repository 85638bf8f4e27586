package se.tillit.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Listens to what the test's own thread says to PostgreSQL, so that a test may hold a page to a
/// number of statements: `CountedStatements.during(() -> mvc.perform(…))`. Beginning and ending a
/// transaction is heard as well, since each costs a round trip of its own.
@TestComponent
public class CountedStatements implements BeanPostProcessor {

  private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();
  private static final Set<String> ASKING =
      Set.of("execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate");

  /// The statements that the work sends, in their order.
  public static List<String> during(Callable<?> work) throws Exception {
    var heard = new ArrayList<String>();
    HEARD.set(heard);
    try {
      work.call();
    } finally {
      HEARD.remove();
    }
    return heard;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? new Listening(source) : bean;
  }

  private static void hear(String statement) {
    List<String> heard = HEARD.get();
    if (heard != null) {
      heard.add(statement);
    }
  }

  private static <T> T around(Class<T> type, T target, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> {
              try {
                Object known = handler.invoke(target, method, args);
                return known != null ? known : method.invoke(target, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /// The pool, whose connections tell what they are asked.
  public static final class Listening extends DelegatingDataSource implements AutoCloseable {

    Listening(DataSource pool) {
      super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return around(
          Connection.class,
          super.getConnection(),
          (target, method, args) ->
              switch (method.getName()) {
                case "prepareStatement" -> {
                  var prepared = (PreparedStatement) method.invoke(target, args);
                  yield around(PreparedStatement.class, prepared, heardAs(String.valueOf(args[0])));
                }
                case "commit", "rollback" -> {
                  hear(method.getName());
                  yield null;
                }
                default -> null;
              });
    }

    private static InvocationHandler heardAs(String statement) {
      return (target, method, args) -> {
        if (ASKING.contains(method.getName())) {
          hear(statement);
        }
        return null;
      };
    }

    @Override
    public void close() throws Exception {
      if (getTargetDataSource() instanceof AutoCloseable pool) {
        pool.close();
      }
    }
  }
}
