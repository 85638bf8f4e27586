package se.tillit.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record5;
import org.jooq.Select;

/// One kind of thing that is asked of people: the rows of "Att göra". One bean a kind.
public interface TodoSource {

  /// Module and name, such as `asset.confirm`. Messages: `asset.todo.confirm` is the sentence with
  /// the label as argument ("Bekräfta att uppgifterna om {0} stämmer"), `asset.todo.confirm.action`
  /// the button or link ("Bekräfta"), and `asset.todo.confirm.why` why it is asked, in a few words.
  String kind();

  /// What is asked of this person now, of the transaction's tenant, in this order: `record_id`,
  /// label, due day (null when it has none), path of its page below the tenant's address, and
  /// press: the path below the tenant's address that takes a `POST` that finishes it in place, null
  /// when its page must be opened. A press handler that is sent the parameter `returnTo` redirects
  /// there (see {@link ReturnTo}).
  Select<Record5<UUID, String, LocalDate, String, String>> todosOf(UUID person);
}
