package se.tillit.crash;

import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Eight people who write as fast as they can, and remember each title that was acknowledged.
final class Writers {

  private static final int PEOPLE = 8;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Node node;
  private final String token;
  private final ExecutorService pool = Executors.newFixedThreadPool(PEOPLE);
  private volatile boolean writing = true;

  Writers(Node node, String token, String name) {
    this.node = node;
    this.token = token;
    for (int person = 0; person < PEOPLE; person++) {
      String who = name + " " + person;
      pool.submit(() -> write(who));
    }
  }

  /// Waits until so many more writes have been acknowledged than when asked.
  void await(int more) throws InterruptedException {
    int wanted = acknowledged.size() + more;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (acknowledged.size() < wanted) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("only " + acknowledged.size() + " were acknowledged");
      }
      Thread.sleep(10);
    }
  }

  Set<String> end() throws InterruptedException {
    writing = false;
    pool.shutdown();
    pool.awaitTermination(60, TimeUnit.SECONDS);
    return acknowledged;
  }

  private void write(String who) {
    String due = LocalDate.of(2030, 1, 1).toString();
    for (int number = 0; writing; number++) {
      String title = who + " skriver " + number;
      String action = "{\"title\":\"%s\",\"due\":\"%s\"}".formatted(title, due);
      try {
        if (node.post("/api/v1/kommunen/actions", token, action).statusCode() == 201) {
          acknowledged.add(title);
        }
      } catch (Exception unanswered) {
        // Not acknowledged: it may be there or not.
      }
    }
  }
}
