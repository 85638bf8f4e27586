package se.tillit.improvement.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.AgendaPoint;
import se.tillit.kernel.Refused;

/// A review as somebody wants it written.
record ReviewDraft(
    String title,
    @Nullable LocalDate day,
    @Nullable UUID body,
    String reference,
    String conclusion,
    List<String> participants,
    Map<AgendaPoint, String> notes) {

  private static final int MOST_PEOPLE = 60;
  private static final int LONGEST = 8_000;

  ReviewDraft {
    participants = participants.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    if (title.isBlank()) {
      throw new Refused("improvement.review.title-missing").at("title");
    }
    if (title.length() > 200) {
      throw new Refused("improvement.action.title-long", 200).at("title");
    }
    if (day == null) {
      throw new Refused("improvement.review.day-missing").at("day");
    }
    if (participants.size() > MOST_PEOPLE) {
      throw new Refused("improvement.review.many-people", MOST_PEOPLE).at("participants");
    }
    boolean tooLong =
        conclusion.length() > LONGEST
            || notes.values().stream().anyMatch(it -> it.length() > LONGEST);
    if (tooLong) {
      throw new Refused("improvement.action.text-long", LONGEST).at("conclusion");
    }
  }

  LocalDate held() {
    if (day == null) {
      throw new Refused("improvement.review.day-missing").at("day");
    }
    return day;
  }
}
