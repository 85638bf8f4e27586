package se.tillit.incident.clock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is typed to start a clock.
public record NewClockForm(
    @Nullable String regime,
    @Nullable UUID responsible,
    @Nullable String counterparty,
    @Nullable String agreed,
    @Nullable String title,
    @Nullable String startedAt) {

  Orders.NewClock order() {
    return new Orders.NewClock(
        ClockForm.text(regime),
        responsible == null ? new UUID(0, 0) : responsible,
        ClockForm.text(counterparty),
        ClockForm.text(agreed),
        ClockForm.text(title),
        ClockForm.moment(startedAt));
  }
}
