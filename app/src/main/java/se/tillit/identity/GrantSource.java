package se.tillit.identity;

import java.util.List;
import java.util.UUID;
import se.tillit.kernel.PersonId;

/// Tells what a person's assignments and roles give today. The organisation answers; called within
/// the tenant.
public interface GrantSource {

  List<Grant> grantsOf(PersonId person);

  /// What a role gives when it reaches a unit and those below.
  Grant within(String role, UUID unit);
}
