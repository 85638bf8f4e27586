package se.tillit.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/// The application's own clock, which a test may set; `reset` lets it show the real time again.
@Primary
@TestComponent
public class MovableClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /// From now on the clock runs from that moment.
  public void set(Instant moment) {
    ahead = Duration.between(Clock.systemUTC().instant(), moment);
  }

  public void forward(Duration further) {
    ahead = ahead.plus(further);
  }

  public void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Clock() {
      @Override
      public Instant instant() {
        return MovableClock.this.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId another) {
        return MovableClock.this.withZone(another);
      }
    };
  }
}
