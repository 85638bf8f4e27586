package se.tillit.incident.exercise;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.kernel.PersonId;
import se.tillit.notification.Notice;
import se.tillit.notification.Notifications;

/// Tells those who take part in an exercise what happens in it.
@Component
class ExerciseNotices {

  private final Notifications notifications;

  ExerciseNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  void began(Exercise exercise) {
    tellAll("incident.exercise.notice.began", exercise);
  }

  void began(Exercise exercise, UUID person) {
    notifications.tell(new PersonId(person), notice("incident.exercise.notice.began", exercise));
  }

  void released(Exercise exercise) {
    tellAll("incident.exercise.notice.inject", exercise);
  }

  private void tellAll(String key, Exercise exercise) {
    notifications.tell(
        exercise.participants().stream().map(it -> new PersonId(it.person())).toList(),
        notice(key, exercise));
  }

  private static Notice notice(String key, Exercise exercise) {
    return Notice.of(key, exercise.path(), exercise.title());
  }
}
