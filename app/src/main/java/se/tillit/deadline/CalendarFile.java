package se.tillit.deadline;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Sweden;
import se.tillit.web.Words;

/// A person's deadlines as iCalendar (RFC 5545): her own, and those of bodies and the whole
/// municipality that she may see.
@Component
class CalendarFile {

  private static final int MOST = 2_000;

  private final AnnualDeadlines deadlines;
  private final Clock clock;
  private final String address;

  CalendarFile(AnnualDeadlines deadlines, Clock clock, @Value("${tillit.address}") String address) {
    this.deadlines = deadlines;
    this.clock = clock;
    this.address = address;
  }

  String write(Viewer viewer) {
    LocalDate today = Sweden.today(clock);
    var window = DeadlineFilter.between(today.minusMonths(3), today.plusMonths(15));
    var mine =
        new DeadlineFilter(
            window.from(), window.to(), null, null, null, new DeadlineFilter.Whose(true, false));
    Words words = Words.in(viewer.settings().language());
    var calendar = new ICalendar();
    calendar.setProductId("-//Tillit//SV");
    calendar.setName(words.t("deadline.calendar.name", viewer.seat().tenantName()));
    calendar.setRefreshInterval(Duration.builder().hours(6).build());
    List<DueRow> own = deadlines.page(viewer, mine, null, MOST);
    List<DueRow> shared =
        deadlines.page(viewer, window, null, MOST).stream()
            .filter(row -> row.unitId() == null && !own.contains(row))
            .toList();
    own.forEach(row -> calendar.addEvent(event(words, viewer, row)));
    shared.forEach(row -> calendar.addEvent(event(words, viewer, row)));
    return Biweekly.write(calendar).go();
  }

  private VEvent event(Words words, Viewer viewer, DueRow row) {
    var event = new VEvent();
    String url = address + "/" + viewer.seat().tenantKey() + row.path();
    event.setUid(row.record() + "-" + row.kind() + "@tillit");
    event.setDateTimeStamp(Date.from(clock.instant()));
    event.setDateStart(new ICalDate(asDay(row.due()), false));
    String said = Sentences.deadline(words, row.kind(), row.label());
    event.setSummary(row.done() ? words.t("deadline.calendar.done", said) : said);
    event.setDescription(url);
    event.setUrl(url);
    event.setStatus(Status.confirmed());
    event.setTransparency(true);
    return event;
  }

  /// biweekly writes days in the machine's own time zone.
  private static Date asDay(LocalDate day) {
    return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
  }
}
