package se.tillit.organisation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.identity.Viewer;
import se.tillit.web.Words;

/// Finds the person whom somebody means by what she types: a name, an e-mail address, or what was
/// offered to her. A protected identity is found by no name.
public interface NamedPeople {

  /// Somebody, told apart from others with the same name: `Anna Berg (anna.berg@kommunen.example)`.
  record Named(UUID id, String label) {}

  /// At most twenty who fit, by name: managers and those who hold a duty, whoever the viewer may
  /// see among the others, and the viewer herself.
  List<Named> like(Viewer viewer, String typed);

  /// The one meant; nobody where nothing is typed. What fits none or several is refused at the
  /// field.
  @Nullable UUID meant(Viewer viewer, @Nullable String typed, String field);

  /// What a field shows of somebody already chosen, and reads back as her.
  String label(Words words, @Nullable UUID person);
}
