package se.tillit.incident.exercise;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.audittrail.Subject;
import se.tillit.kernel.Refused;

/// An exercise with its injects, participants and what was observed.
///
/// @param incident the case that is practised on, once it has started
public record Exercise(
    UUID id,
    String reference,
    String scenario,
    String title,
    String goal,
    Place place,
    int factor,
    Course course,
    @Nullable UUID incident,
    Leader leader,
    String summary,
    int version,
    List<Inject> injects,
    List<Participant> participants,
    List<Observation> observations) {

  /// Whose people practise.
  public record Place(UUID body, String name) {}

  /// How far it has come, and when its clock ran.
  public record Course(
      ExerciseState state,
      LocalDate planned,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      List<ExerciseTime.Run> runs) {}

  /// Who leads it.
  public record Leader(@Nullable UUID person, String name) {}

  /// Who takes part; a protected identity has no name.
  public record Participant(UUID person, String name) {}

  /// What was seen, and the finding it was raised as.
  public record Observation(
      UUID id, Instant at, String text, String name, @Nullable UUID finding) {}

  /// The exercise's clock; none before it has started.
  public @Nullable ExerciseTime time() {
    Instant start = course.startedAt();
    return start == null ? null : new ExerciseTime(start, factor, course.runs());
  }

  /// What time it is in it at a moment outside it.
  Instant at(Instant real) {
    ExerciseTime time = time();
    return time == null ? real : time.at(real);
  }

  /// Its injects that nobody has been told, in the order in which they are due.
  List<Inject> awaited() {
    return injects.stream().filter(it -> it.releasedAt() == null).toList();
  }

  /// When, outside, an inject is due; none while its clock stands still.
  Optional<Instant> reaches(Inject inject, Instant real) {
    ExerciseTime time = time();
    return time == null
        ? Optional.empty()
        : time.reaches(Duration.ofMinutes(inject.afterMinutes()), real);
  }

  void demandPlanned(String field) {
    if (course.state() != ExerciseState.PLANNED) {
      throw new Refused("incident.exercise.already-started").at(field);
    }
  }

  String path() {
    return "/incidents/exercises/" + id;
  }

  Subject subject() {
    return subject(id, reference);
  }

  static Subject subject(UUID id, String reference) {
    return Subject.of("incident-exercise", id, reference);
  }

  boolean includes(@Nullable UUID person) {
    return participants.stream().anyMatch(it -> it.person().equals(person));
  }

  /// As those who practise may read it: what lies ahead of them is not told.
  Exercise withoutWhatIsToCome() {
    List<Inject> told = injects.stream().filter(it -> it.releasedAt() != null).toList();
    return new Exercise(
        id,
        reference,
        scenario,
        title,
        goal,
        place,
        factor,
        course,
        incident,
        leader,
        summary,
        version,
        told,
        participants,
        course.state() == ExerciseState.ENDED ? observations : List.of());
  }
}
