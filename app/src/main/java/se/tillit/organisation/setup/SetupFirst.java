package se.tillit.organisation.setup;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.tillit.identity.FirstPage;
import se.tillit.identity.Viewer;

/// Whoever may build the organisation begins with what it lacks, until each step has been begun.
@Component
class SetupFirst implements FirstPage {

  private final SetupProgress progress;

  SetupFirst(SetupProgress progress) {
    this.progress = progress;
  }

  @Override
  public Optional<String> of(Viewer viewer) {
    boolean builds =
        viewer.may("organisation.write") && viewer.scope("organisation.write").everything();
    return builds && !progress.isBegun() ? Optional.of("/setup") : Optional.empty();
  }
}
