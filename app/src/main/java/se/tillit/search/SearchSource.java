package se.tillit.search;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record7;
import org.jooq.Select;
import se.tillit.web.Icon;

/// A kind of record that search finds; one bean each, in the module that keeps the records.
public interface SearchSource {

  /// The kind's word, such as `asset`.
  String kind();

  /// The message that names the kind in a list of hits, such as `asset.search.kind`.
  String labelKey();

  Icon icon();

  /// The permission that lets a viewer find it; its scope cuts by unit and body.
  String permission();

  /// The kinds of trail subject whose change changes these records; a subject's id is the record's
  /// id.
  Set<String> subjects();

  /// The kinds whose change makes every record of this kind worth reading again, such as a document
  /// for its clauses: for kinds of a few thousand records.
  default Set<String> contexts() {
    return Set.of();
  }

  /// Every record, in this order of columns: `record_id`, `unit_id`, `body_id` (both null for what
  /// is the whole tenant's), `title`, `subtitle` (shown below it), `words` (found by, not shown),
  /// `path` (below the tenant's address).
  Select<Record7<UUID, UUID, UUID, String, String, String, String>> records();
}
