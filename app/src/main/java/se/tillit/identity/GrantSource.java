package se.tillit.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.PersonId;

/// Tells who a person is in a tenant and what her assignments and roles give today. The
/// organisation answers; called within the tenant.
public interface GrantSource {

  /// @param name as others may see it: empty for a protected identity, none for somebody unknown
  /// @param hasLeft whether she has left every post; what was hers is then nobody's
  record Standing(@Nullable String name, boolean hasLeft, List<Grant> grants) {}

  Standing standingOf(PersonId person);

  /// What a role gives when it reaches a unit and those below.
  Grant within(String role, UUID unit);
}
