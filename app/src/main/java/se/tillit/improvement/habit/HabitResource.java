package se.tillit.improvement.habit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.web.Etag;

/// The tenant's habits as JSON.
@RestController
class HabitResource {

  private final HabitRegister register;

  HabitResource(HabitRegister register) {
    this.register = register;
  }

  /// A rung to write.
  record RungBody(int daysAfter, @Nullable String who) {}

  /// Habits to write.
  record HabitsBody(
      int decideDays, int recheckDays, int linkDays, @Nullable List<RungBody> ladder) {

    Habits habits() {
      List<RungBody> rungs = ladder == null ? List.of() : ladder;
      return new Habits(
          decideDays,
          recheckDays,
          linkDays,
          rungs.stream()
              .map(it ->
                  new Habits.Rung(it.daysAfter(), Habits.Who.of(it.who() == null ? "" : it.who())))
              .toList(),
          0);
    }
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping("/api/v1/{tenant}/improvement-habits")
  ResponseEntity<Habits> show() {
    return answer();
  }

  @Requires(value = ImprovementPermissions.CONFIGURE, everywhere = true)
  @PutMapping("/api/v1/{tenant}/improvement-habits")
  ResponseEntity<Habits> update(
      Viewer viewer,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody HabitsBody body) {
    // Nobody has decided yet: the shipped habits are version 0 to a client.
    register.change(viewer, Etag.demanded(ifMatch) - 1, body.habits());
    return answer();
  }

  private ResponseEntity<Habits> answer() {
    Habits habits = register.current();
    return ResponseEntity.ok().eTag(Etag.of(habits.version() + 1)).body(habits);
  }
}
