package se.tillit.exchange;

import java.util.List;
import java.util.Set;
import org.jooq.ResultQuery;
import se.tillit.exchange.column.Column;

/// A kind of table that a register takes in; one bean each, in the module that keeps the register.
///
/// The engine reads the file by the columns and stages its sound rows in `exchange.published_row`,
/// each cell as plain text (days as `2026-01-31`, yes and no as `true` and `false`) at its column's
/// place, counted from one: `cells[1]`. Everything else is the kind's, in set-wise statements for
/// the tenant of the transaction.
public interface ImportKind {

  /// The word in addresses: `/imports/people`. Its messages are `<module>.import.<key>.title`, …
  String key();

  /// The message of its name; with `.lead` below, what the file should hold.
  String titleKey();

  /// Who may import it.
  String permission();

  /// The kind of trail subject that an import changes.
  String subject();

  /// The kinds of trail subject that a comparison reads: while none of them has changed, what it
  /// found still holds.
  Set<String> compared();

  List<Column<?>> columns();

  /// A row or two that show how the file is written, in the order of the columns.
  List<List<String>> examples();

  /// Whether a file, when nobody says, is the whole register: what it lacks has then ended.
  boolean completeByDefault();

  /// What is wrong with staged rows beyond their own cells, such as a unit that does not exist:
  /// `sheet_row integer, place integer, value text, message_key text` (place: the column, from
  /// one). Such rows are not taken.
  ResultQuery<?> problems(Upload upload);

  /// Whether somebody may import it whose permission reaches a few units only. Its statements then
  /// touch nothing outside `Upload.units`.
  default boolean isForUnits() {
    return false;
  }

  /// What acceptance would do: `sheet_row integer` (null for what has ended), `change text` (`new`,
  /// `changed`, `ended` or `unchanged`), `record_id uuid` (null for new), `label text`, `detail
  /// text` (what changes, in few words without sentences).
  ResultQuery<?> changes(Upload upload);

  /// Takes the rows. Only rows named in `exchange.published_change` are new or changed; a new one
  /// gets the id that stands there.
  void accept(Upload upload);

  /// All that makes up each record of `exchange.published_change` now, and what leans on it, once
  /// for each: `record_id uuid, image jsonb` (null for one that is not there). An import can be
  /// taken back while the images are what they were just after it.
  ResultQuery<?> images(Upload upload);

  /// Puts every record back as `before` of `exchange.published_change` has it, and takes away the
  /// new ones.
  void undo(Upload upload);
}
