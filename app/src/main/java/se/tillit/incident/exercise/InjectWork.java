package se.tillit.incident.exercise;

import org.springframework.stereotype.Component;
import se.tillit.job.FrequentWork;

/// Releases injects when the exercise's clock has reached them.
@Component
class InjectWork implements FrequentWork {

  private final ExerciseRegister register;

  InjectWork(ExerciseRegister register) {
    this.register = register;
  }

  @Override
  public String name() {
    return "incident.injects";
  }

  @Override
  public void run() {
    register.releaseDue();
  }
}
