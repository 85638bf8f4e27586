package se.tillit.bench;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Runs a thing until it is warm, and then as often as wanted with the clock on.
final class Stopwatch {

  private static final int WARM_UP = 150;

  private Stopwatch() {}

  static Times time(int runs, Callable<?> thing) throws Exception {
    for (int run = 0; run < WARM_UP; run++) {
      thing.call();
    }
    long[] times = new long[runs];
    for (int run = 0; run < runs; run++) {
      long began = System.nanoTime();
      thing.call();
      times[run] = System.nanoTime() - began;
    }
    return Times.of(times);
  }

  /// How many a second, when so many clients ask without pause.
  static double throughput(int clients, int seconds, Callable<?> thing) throws Exception {
    var done = new AtomicLong();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    Callable<Void> asking =
        () -> {
          while (System.nanoTime() < end) {
            thing.call();
            done.incrementAndGet();
          }
          return null;
        };
    try (var pool = Executors.newFixedThreadPool(clients)) {
      for (var client : pool.invokeAll(Collections.nCopies(clients, asking))) {
        client.get();
      }
    }
    return done.get() / (double) seconds;
  }
}
