package se.tillit.incident.clock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.web.State;

/// A clock in words.
///
/// @param next what it demands now, first
public record ShownClock(
    UUID id,
    String href,
    String name,
    String regimeHref,
    String whose,
    String about,
    String caseHref,
    StatutoryClock.State state,
    String stateLabel,
    State standing,
    String started,
    String question,
    @Nullable String caution,
    @Nullable ShownStep next,
    List<ShownStep> steps,
    @Nullable String ended,
    Instant start,
    boolean exercise) {

  /// Where what is to be told is drafted: with the case, or by the clock alone.
  public String draftsHref() {
    return (caseHref.isEmpty() ? href : caseHref) + "/drafts";
  }

  /// The same clock with another step first.
  public ShownClock at(ShownStep step) {
    return new ShownClock(
        id,
        href,
        name,
        regimeHref,
        whose,
        about,
        caseHref,
        state,
        stateLabel,
        step.standing(),
        started,
        question,
        caution,
        step,
        steps,
        ended,
        start,
        exercise);
  }

  /// A step in words.
  ///
  /// @param left time left, or how late
  /// @param until the last moment as the clock stands in Sweden
  /// @param limit whether the last moment is set by law or agreement, and not by us
  /// @param bound whether law or agreement sets it, or we advise it
  /// @param real whether its time goes as the world's does
  /// @param cautions what to check, where a fact is not read in its source
  public record ShownStep(
      UUID id,
      String name,
      State standing,
      String left,
      String until,
      String bound,
      String source,
      List<String> cautions,
      String to,
      String how,
      String address,
      String fallback,
      boolean open,
      boolean optional,
      boolean extendable,
      boolean limit,
      @Nullable Instant at,
      boolean real,
      List<String> receipt) {

    /// The moment that the time left counts towards, while it is still counted by the world's time.
    public @Nullable String counting() {
      return open && real && at != null ? at.toString() : null;
    }
  }
}
