package se.tillit.audittrail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.job.NightlyWork;
import se.tillit.kernel.Acting;

/// Walks every chain each night; one that is whole gets a signed checkpoint, one that is not is
/// never signed over.
@Component
class NightlyVerification implements NightlyWork {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyVerification.class);

  private final ChainVerification verification;
  private final Checkpoints checkpoints;
  private final TransactionTemplate transaction;

  NightlyVerification(
      ChainVerification verification, Checkpoints checkpoints, TransactionTemplate transaction) {
    this.verification = verification;
    this.checkpoints = checkpoints;
    this.transaction = transaction;
  }

  @Override
  public String name() {
    return "audittrail.verification";
  }

  @Override
  public void run() {
    var verdict = verification.verify(done -> {});
    if (verdict.whole()) {
      transaction.executeWithoutResult(status -> checkpoints.sign());
    } else {
      LOG.error(
          "the trail of {} is not whole: {} at entry {}",
          Acting.current().tenant(),
          verdict.problem(),
          verdict.brokenAt());
    }
  }
}
