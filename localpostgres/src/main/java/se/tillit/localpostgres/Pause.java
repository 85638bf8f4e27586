package se.tillit.localpostgres;

/// A short wait between two looks at something that another process is about to do.
final class Pause {

  private static final long MILLISECONDS = 10;

  private Pause() {}

  static void brief() {
    try {
      Thread.sleep(MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPostgresFailure.ServerFailed("Interrupted while waiting for PostgreSQL", e);
    }
  }
}
