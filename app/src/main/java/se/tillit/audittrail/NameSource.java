package se.tillit.audittrail;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What a module's things are called, for ids that stand in the details of entries. One bean a
/// module; one statement for all ids.
public interface NameSource {

  /// Names of those ids that are the module's. Called within the tenant.
  Map<UUID, String> namesOf(Collection<UUID> ids);

  /// Whether the names are content, which an administrator does not read.
  boolean isContent();
}
