package se.tillit.incident.exercise;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.job.FrequentWork;
import se.tillit.job.JobKind;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;

/// Releases injects at the moment when the exercise's clock reaches them, and goes through all
/// exercises every minute should a moment have been missed.
@Component
class InjectWork implements FrequentWork, JobKind {

  static final String KIND = "incident.injects";

  private final Injects injects;

  InjectWork(Injects injects) {
    this.injects = injects;
  }

  @Override
  public String name() {
    return KIND;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run() {
    injects.releaseDue();
  }

  /// Whoever set the exercise going, it is its clock that releases.
  @Override
  public void run(String exercise, Progress progress) {
    var clock = Actor.system(Acting.current().tenant(), "Tillit");
    Acting.run(clock, () -> injects.releaseDue(UUID.fromString(exercise)));
  }
}
