package se.tillit.improvement.action;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.exchange.file.Attachment;
import se.tillit.exchange.file.KeepableFile;
import se.tillit.exchange.file.SentFile;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.evidence.EvidenceFiles;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;

/// The files that prove what came of an action. They come and go until its effect is judged or it
/// is dropped; from then on they stand.
@Component
class ActionEvidence {

  /// The largest file, in bytes.
  static final int LARGEST = 25 * 1024 * 1024;

  private static final int MOST = 20;

  private final ActionRegister register;
  private final EvidenceFiles files;
  private final Trail trail;

  ActionEvidence(ActionRegister register, EvidenceFiles files, Trail trail) {
    this.register = register;
    this.files = files;
    this.trail = trail;
  }

  @Transactional(readOnly = true)
  public List<Attachment> of(Viewer viewer, UUID action) {
    return files.of(register.find(viewer, action).id());
  }

  @Transactional(readOnly = true)
  public Attachment find(Viewer viewer, UUID action, UUID file) {
    return files.find(register.find(viewer, action).id(), file);
  }

  /// Keeps the files, all of them or none.
  @Transactional
  public List<Attachment> add(Viewer viewer, UUID id, List<SentFile> sent) {
    Action action = changing(viewer, id);
    if (files.of(id).size() + sent.size() > MOST) {
      throw new Refused("exchange.file.too-many", MOST).at("files");
    }
    List<Attachment> kept =
        sent.stream().map(KeepableFile::of).map(file -> files.keep(id, file)).toList();
    kept.forEach(it -> trail.record("improvement.evidence-added", subject(action), detail(it)));
    return kept;
  }

  @Transactional
  public void remove(Viewer viewer, UUID id, UUID file) {
    Action action = changing(viewer, id);
    Attachment found = files.find(id, file);
    files.remove(file);
    trail.record("improvement.evidence-removed", subject(action), detail(found));
  }

  /// Whether files may still come and go.
  static boolean isOpen(Action action) {
    ActionState state = action.course().state();
    return state.isOpen() || state == ActionState.DONE;
  }

  private Action changing(Viewer viewer, UUID id) {
    Action action = register.find(viewer, id);
    if (!register.mayProgress(viewer, action)) {
      throw new Forbidden(ImprovementPermissions.PROGRESS);
    }
    if (!isOpen(action)) {
      throw new Refused("improvement.evidence.stands").at("files");
    }
    return action;
  }

  private static Subject subject(Action action) {
    return Subject.of("action", action.id(), action.title());
  }

  private static Detail detail(Attachment file) {
    return Detail.of("file", file.name()).with("sha256", file.sha256()).with("size", file.size());
  }
}
