package se.tillit.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/// A question whose words never vary, for what every page asks: put into words once, where jOOQ
/// would spend more on the words each time than the database spends on the answer.
public final class FixedQuery {

  private final Select<?> asked;
  private volatile @Nullable String words;

  private FixedQuery(Select<?> asked) {
    this.asked = asked;
  }

  /// @param asked with a `DSL.param` for each value, none of them twice
  public static FixedQuery of(Select<?> asked) {
    return new FixedQuery(asked);
  }

  /// The answer for the values, which come in the order of the question's words.
  public Result<Record> fetch(DSLContext sql, Object... values) {
    return sql.connectionResult(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(wordsOf(sql))) {
        for (int place = 0; place < values.length; place++) {
          statement.setObject(place + 1, values[place]);
        }
        try (ResultSet rows = statement.executeQuery()) {
          return sql.fetch(rows, asked.fields());
        }
      }
    });
  }

  private String wordsOf(DSLContext sql) {
    String known = words;
    if (known == null) {
      known = sql.render(asked);
      words = known;
    }
    return known;
  }
}
