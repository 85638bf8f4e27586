package se.tillit.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import se.tillit.kernel.Refused;

/// What the address asks for: a year, or days; a unit or body; one's own; open ones.
public record DeadlineQuery(
    @Nullable Integer year,
    @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
    @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
    @Nullable UUID unit,
    @Nullable UUID body,
    @Nullable String kind,
    @Nullable Boolean mine,
    @Nullable Boolean open,
    @Nullable String after) {

  public boolean isMine() {
    return mine != null && mine;
  }

  public boolean isOpen() {
    return open != null && open;
  }

  @Nullable String wantedKind() {
    return kind == null || !kind.matches("[a-z-]+[.][a-z-]+") ? null : kind;
  }

  int year(LocalDate today) {
    int wanted = year == null ? today.getYear() : year;
    if (wanted < 2000 || wanted > 2199) {
      throw new Refused("deadline.year.out-of-range").at("year");
    }
    return wanted;
  }

  DeadlineFilter ofYear(LocalDate today) {
    int wanted = year(today);
    return filter(LocalDate.of(wanted, 1, 1), LocalDate.of(wanted, 12, 31));
  }

  /// From three months back to a year ahead unless the address says otherwise: what is late stays
  /// in sight.
  DeadlineFilter filter(LocalDate today) {
    LocalDate first = from != null ? from : today.minusMonths(3);
    LocalDate last = to != null ? to : first.plusMonths(15);
    if (last.isBefore(first)) {
      throw new Refused("kernel.period.ends-before-start", first, last).at("to");
    }
    return filter(first, last);
  }

  /// Where and whose, as it stands in an address.
  public String place() {
    return (unit == null ? "" : "unit=" + unit + "&")
        + (body == null ? "" : "body=" + body + "&")
        + (wantedKind() == null ? "" : "kind=" + wantedKind() + "&")
        + "mine="
        + isMine();
  }

  public String address() {
    return place()
        + "&open="
        + isOpen()
        + (from == null ? "" : "&from=" + from)
        + (to == null ? "" : "&to=" + to);
  }

  private DeadlineFilter filter(LocalDate first, LocalDate last) {
    return new DeadlineFilter(
        first, last, unit, body, wantedKind(), new DeadlineFilter.Whose(isMine(), isOpen()));
  }
}
