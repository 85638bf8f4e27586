package se.tillit.incident.exercise;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.incident.IncidentPermissions;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Unknown;
import se.tillit.web.Cursor;

/// Reads exercises: those that the viewer leads or takes part in.
@Component
class ExerciseReading {

  private final ExerciseStore store;

  ExerciseReading(ExerciseStore store) {
    this.store = store;
  }

  @Transactional(readOnly = true)
  public List<ExerciseLine> page(Viewer viewer, @Nullable Cursor after, int limit) {
    return store.lines(reach(viewer), viewer.person(), after, limit);
  }

  static Cursor cursorOf(ExerciseLine last) {
    return Cursor.of(last.planned(), last.id());
  }

  /// The exercise as the viewer may read it: its leader and those who plan see what is to come.
  @Transactional(readOnly = true)
  public Exercise find(Viewer viewer, UUID id) {
    Exercise found = seen(viewer, id);
    return mayLead(viewer, found) ? found : found.withoutWhatIsToCome();
  }

  Exercise seen(Viewer viewer, UUID id) {
    return store
        .find(id, reach(viewer), viewer.person())
        .orElseThrow(() -> new Unknown("exercise", id));
  }

  /// The exercise if the viewer may lead it: unknown when unseen, forbidden when only seen.
  @Transactional(readOnly = true)
  public Exercise led(Viewer viewer, UUID id) {
    Exercise exercise = seen(viewer, id);
    if (!mayLead(viewer, exercise)) {
      throw new Forbidden(IncidentPermissions.EXERCISE);
    }
    return exercise;
  }

  Exercise load(UUID id) {
    return store.find(id, Scope.EVERYTHING, null).orElseThrow(() -> new Unknown("exercise", id));
  }

  boolean mayLead(Viewer viewer, Exercise exercise) {
    return viewer.may(IncidentPermissions.EXERCISE)
        && reach(viewer).reachesBody(exercise.place().body());
  }

  private static Scope reach(Viewer viewer) {
    return viewer.may(IncidentPermissions.EXERCISE)
        ? viewer.scope(IncidentPermissions.EXERCISE)
        : Scope.NOTHING;
  }
}
