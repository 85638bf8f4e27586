package se.tillit.indicator;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;

/// A figure (met of total) per unit, told by one statement that also names every record behind it,
/// so that a figure and its drill-down can never disagree. One bean an indicator; the statement
/// stands nowhere else.
public interface Indicator {

  /// Module and name, such as `asset.living-owner`; its title is the message
  /// `indicator.<key>.title`, what it counts `indicator.<key>.meaning`.
  String key();

  /// The kinds of trail subject whose change can change this figure, such as `asset` and
  /// `assignment`.
  Set<String> subjects();

  /// The role that answers for it (`Role.key()`).
  String responsible();

  /// Every record that counts today (`kernel.today()`), for the tenant of the transaction, in this
  /// order of columns: `body_id`, `unit_id` (null for a record of a body or of the whole tenant),
  /// `record_id`, `label`, `met`, `remedy` (message key that says what would make it met),
  /// `person_id` (who can do it, null when nobody), `path` (page below the tenant's address, such
  /// as `/assets/…`).
  Select<Record8<UUID, UUID, UUID, String, Boolean, String, UUID, String>> records();
}
