package se.tillit.improvement.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// A change of several actions as typed, with the list to come back to.
public record BatchForm(
    @Nullable List<UUID> id,
    @Nullable String owner,
    @Nullable String due,
    @Nullable String reason,
    @Nullable String state,
    @Nullable String text,
    @Nullable String returnTo) {

  List<UUID> ids() {
    return id == null ? List.of() : id;
  }

  @Nullable LocalDate day() {
    LocalDate day = ActionForm.day(due);
    if (day == null && !ActionForm.plain(due).isEmpty()) {
      throw new Refused("improvement.action.day-malformed").at("due");
    }
    return day;
  }
}
