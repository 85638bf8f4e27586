package se.tillit.audittrail;

import org.springframework.stereotype.Component;
import se.tillit.job.JobKind;

/// The walk that a person asks for, in the background and with its progress.
@Component
class VerificationJob implements JobKind {

  static final String KIND = "audittrail.verification";

  private final ChainVerification verification;

  VerificationJob(ChainVerification verification) {
    this.verification = verification;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(String task, Progress progress) {
    long all = verification.length();
    verification.verify(done -> progress.of(done, all));
  }
}
