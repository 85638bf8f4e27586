package se.tillit.exchange.intake;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.exchange.ImportKind;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Unknown;

/// The kinds of table that registers take in.
@Component
class ImportKinds {

  private final List<ImportKind> kinds;

  ImportKinds(List<ImportKind> kinds) {
    this.kinds = kinds.stream().sorted(Comparator.comparing(ImportKind::key)).toList();
  }

  ImportKind of(String key) {
    return kinds.stream()
        .filter(kind -> kind.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Unknown("import kind", key));
  }

  /// The kind, when the viewer may import it; else there is none.
  ImportKind of(String key, Viewer viewer) {
    ImportKind kind = of(key);
    if (!isOpen(kind, viewer)) {
      throw new Unknown("import kind", key);
    }
    return kind;
  }

  List<ImportKind> open(Viewer viewer) {
    return kinds.stream().filter(kind -> isOpen(kind, viewer)).toList();
  }

  private static boolean isOpen(ImportKind kind, Viewer viewer) {
    return viewer.may(kind.permission())
        && (kind.isForUnits() || viewer.scope(kind.permission()).everything());
  }
}
