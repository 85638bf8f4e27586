package se.tillit.testing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import se.tillit.job.JobKind;

/// Work that counts how often it was done, on whichever node.
@TestComponent
public class CountedWork implements JobKind {

  public static final String KIND = "crash.counted";
  public static final ConcurrentMap<String, AtomicInteger> DONE = new ConcurrentHashMap<>();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(String task, Progress progress) throws InterruptedException {
    DONE.computeIfAbsent(task, any -> new AtomicInteger()).incrementAndGet();
    Thread.sleep(20);
  }
}
