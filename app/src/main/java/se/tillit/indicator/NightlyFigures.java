package se.tillit.indicator;

import org.springframework.stereotype.Component;
import se.tillit.job.NightlyWork;

/// Keeps a figure of every day, whether anyone looked or not: the trends stand on it.
@Component
class NightlyFigures implements NightlyWork {

  private final Figures figures;

  NightlyFigures(Figures figures) {
    this.figures = figures;
  }

  @Override
  public String name() {
    return "indicator.figures";
  }

  @Override
  public void run() {
    figures.refresh();
  }
}
