package se.tillit.localpostgres;

/// What a client needs to connect as the role that owns the database.
public record Access(String jdbcUrl, String user, String password) {

  static Access to(int port, String database, String password) {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&reWriteBatchedInserts=true"
            .formatted(port, database);
    return new Access(url, database, password);
  }

  @Override
  public String toString() {
    return "Access[" + jdbcUrl + "]";
  }
}
