package se.tillit.audittrail;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.job.JobStatus;
import se.tillit.job.Jobs;
import se.tillit.web.Crumb;
import se.tillit.web.Page;

/// Whether the chain holds: the latest word, and a new walk on demand.
@Controller
class VerificationController {

  private final ChainVerification verification;
  private final SigningKey key;
  private final Jobs jobs;
  private final TransactionTemplate transaction;

  VerificationController(
      ChainVerification verification, SigningKey key, Jobs jobs, TransactionTemplate transaction) {
    this.verification = verification;
    this.key = key;
    this.jobs = jobs;
    this.transaction = transaction;
  }

  @Requires(TrailPermissions.READ)
  @GetMapping("/{tenant}/trail/verification")
  String show(
      Viewer viewer,
      Model model,
      @ModelAttribute("page") Page page,
      @RequestParam @Nullable UUID job) {
    String trail = "/" + viewer.seat().tenantKey() + "/trail";
    model.addAttribute(
        "page",
        page.titled(page.t("audittrail.verification.title"))
            .under(new Crumb(page.t("audittrail.list.title"), trail)));
    model.addAttribute("here", trail + "/verification");
    model.addAttribute("latest", verification.latest().map(VerificationView::of).orElse(null));
    model.addAttribute("length", verification.length());
    model.addAttribute("fingerprint", Seal.fingerprint(key.publicKey()));
    model.addAttribute("running", running(job));
    return "audittrail/verification";
  }

  @Requires(TrailPermissions.READ)
  @PostMapping("/{tenant}/trail/verification")
  String start(Viewer viewer) {
    UUID job = transaction.execute(status -> jobs.start(VerificationJob.KIND, "all"));
    return "redirect:/" + viewer.seat().tenantKey() + "/trail/verification?job=" + job;
  }

  private static boolean isUnderWay(JobStatus status) {
    return status.state() == JobStatus.State.WAITING || status.state() == JobStatus.State.RUNNING;
  }

  private @Nullable JobStatus running(@Nullable UUID job) {
    return job == null
        ? null
        : transaction.execute(
            read -> jobs.status(job).filter(VerificationController::isUnderWay).orElse(null));
  }
}
