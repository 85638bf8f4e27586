package se.tillit.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What identity asks about people when it invites them. The organisation answers; called within
/// the tenant.
public interface People {

  /// Somebody who may be invited. A protected identity has no name here.
  record Invitee(UUID person, String name, String email) {}

  Optional<Invitee> one(UUID person);

  /// What people are called; a protected identity has no name here either.
  Map<UUID, String> namesOf(Set<UUID> people);

  /// At most twenty whose name holds the words, whose e-mail address begins with them, or who have
  /// them as their number.
  List<Invitee> search(String words);

  /// Registers a tenant's first person, who administers it from today.
  UUID registerAdministrator(String name, String email);
}
