package se.tillit.classification.carrier;

import org.springframework.stereotype.Component;
import se.tillit.job.NightlyWork;

/// Classes expire at midnight; the carriers that stood on them are settled anew.
@Component
class NightlyLevels implements NightlyWork {

  private final CarrierLevels levels;

  NightlyLevels(CarrierLevels levels) {
    this.levels = levels;
  }

  @Override
  public String name() {
    return "classification.carriers";
  }

  @Override
  public void run() {
    levels.settleAll();
  }
}
