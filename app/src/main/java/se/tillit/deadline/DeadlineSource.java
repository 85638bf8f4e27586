package se.tillit.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;

/// One kind of thing that falls due, told by one statement for the whole tenant. One bean a kind;
/// the annual wheel, the list and the calendar feed follow, each viewer seeing what her permission
/// reaches.
public interface DeadlineSource {

  /// Module and name, such as `asset.confirmation`. Messages: `asset.deadline.confirmation` is the
  /// sentence with the label as argument ("Bekräfta {0}"), `asset.deadline.confirmation.kind` the
  /// kind's own name ("Årlig bekräftelse").
  String kind();

  /// The permission whose scope says who sees it, such as `asset.read`. A person always sees her
  /// own.
  String permission();

  /// Every deadline that the tenant of the transaction has, past ones too for as long as they
  /// matter, in this order: due day, label, `body_id`, `unit_id` (both null when it is the whole
  /// tenant's), `person_id` (who shall do it, null when nobody), path below the tenant's address
  /// (such as `/assets/…`), whether it is done, `record_id`.
  Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> deadlines();
}
