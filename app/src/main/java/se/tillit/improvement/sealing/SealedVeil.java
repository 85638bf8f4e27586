package se.tillit.improvement.sealing;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.Veil;
import se.tillit.identity.Viewer;

/// What is sealed is out of sight in the trail too.
@Component
class SealedVeil implements Veil {

  private final SealStore store;

  SealedVeil(SealStore store) {
    this.store = store;
  }

  @Override
  public Set<UUID> veiled(Viewer viewer, Set<UUID> things) {
    return Set.copyOf(store.sealed(things));
  }
}
