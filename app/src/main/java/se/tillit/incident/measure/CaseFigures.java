package se.tillit.incident.measure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.incident.measure.CaseCounts.Cell;
import se.tillit.incident.measure.CaseCounts.Median;
import se.tillit.incident.measure.CaseCounts.Whose;
import se.tillit.web.Words;

/// Figures on incidents as they may be told (K-4.1.7a): by body, kind, cause and certainty, per
/// month, time to close, near misses, and what nobody had thought of.
@Component
public class CaseFigures {

  private final CaseCounts counts;

  CaseFigures(CaseCounts counts) {
    this.counts = counts;
  }

  @Transactional(readOnly = true)
  Counted told(Whose whose, Span span, Words words) {
    if (!isToldByItself(whose, span)) {
      return Counted.UNTOLD;
    }
    List<Cell> now = counts.cells(whose, span);
    List<Cell> before = counts.cells(whose, span.yearBefore());
    Map<UUID, String> bodies = counts.bodies(whose.scope());
    Map<String, String> own = counts.ownNames();
    Function<Cell, String> body =
        it -> bodies.getOrDefault(it.body() == null ? new UUID(0, 0) : it.body(), none(words));
    return new Counted(
        total(sum(now, it -> true), sum(before, it -> true)),
        parts(now, before, body, words),
        parts(now, before, it -> term("kind", it.kind(), own, words), words),
        parts(now, before, it -> term("cause", it.cause(), own, words), words),
        parts(now, before, it -> certainty(it.certainty(), words), words),
        months(now, before, span),
        settled(counts.median(whose, span), counts.median(whose, span.yearBefore())),
        exposure(whose, span, now, before));
  }

  /// Of one body is told what the list of all bodies tells by itself: else those that it gathers
  /// could be worked out from what is left.
  private boolean isToldByItself(Whose whose, Span span) {
    UUID body = whose.body();
    if (body == null) {
      return true;
    }
    var all = new Whose(whose.scope(), null);
    var sums = new HashMap<String, long[]>();
    counts
        .cells(all, span)
        .forEach(it -> sums.computeIfAbsent(key(it), key -> new long[2])[0] += it.count());
    counts
        .cells(all, span.yearBefore())
        .forEach(it -> sums.computeIfAbsent(key(it), key -> new long[2])[1] += it.count());
    var groups = new ArrayList<Group>();
    sums.forEach((name, sum) -> groups.add(new Group(name, sum[0], sum[1])));
    return !sums.containsKey(body.toString())
        || Group.told(groups).stream().anyMatch(it -> it.name().equals(body.toString()));
  }

  private static String key(Cell cell) {
    return String.valueOf(cell.body());
  }

  private static Counted.Total total(long now, long before) {
    boolean few = Group.few(now) || Group.few(before);
    return new Counted.Total(Group.few(now) ? null : now, Group.few(before) ? null : before, few);
  }

  private static List<Counted.Part> parts(
      List<Cell> now, List<Cell> before, Function<Cell, String> by, Words words) {
    var sums = new HashMap<String, long[]>();
    now.forEach(it -> sums.computeIfAbsent(by.apply(it), key -> new long[2])[0] += it.count());
    before.forEach(it -> sums.computeIfAbsent(by.apply(it), key -> new long[2])[1] += it.count());
    var groups = new ArrayList<Group>();
    sums.forEach((name, sum) -> groups.add(new Group(name, sum[0], sum[1])));
    return Group.told(groups).stream()
        .map(it ->
            new Counted.Part(
                it.name().isEmpty() ? words.t("incident.figures.few") : it.name(),
                it.now(),
                it.before()))
        .toList();
  }

  /// Per month nothing but how many; not even that where the whole year has too few.
  private static Map<String, Counted.Part> months(List<Cell> now, List<Cell> before, Span span) {
    var months = new LinkedHashMap<String, Counted.Part>();
    if (sum(now, it -> true) < Group.ENOUGH) {
      return months;
    }
    boolean comparable = sum(before, it -> true) >= Group.ENOUGH;
    for (YearMonth month : span.months()) {
      long then = comparable ? sum(before, it -> it.month().equals(month.minusYears(1))) : 0;
      months.put(
          month.toString(),
          new Counted.Part(month.toString(), sum(now, it -> it.month().equals(month)), then));
    }
    return months;
  }

  private static Counted.Settled settled(Median now, Median before) {
    boolean enough = now.closed() >= Group.ENOUGH;
    return new Counted.Settled(
        enough ? now.days() : null,
        before.closed() >= Group.ENOUGH ? before.days() : null,
        enough || now.closed() == 0 ? (long) now.closed() : null);
  }

  private Counted.Exposure exposure(Whose whose, Span span, List<Cell> now, List<Cell> before) {
    int employees = counts.employees(whose);
    Predicate<Cell> risk = it -> it.certainty().equals("RISK");
    var struck = counts.struck(whose, span);
    boolean told = !Group.few(struck.all()) && !Group.few(struck.unknown());
    return new Counted.Exposure(
        perHundred(sum(now, risk), employees),
        perHundred(sum(before, risk), employees),
        told ? (long) struck.unknown() : null,
        told ? (long) struck.all() : null);
  }

  private static @Nullable Double perHundred(long count, int employees) {
    return employees < Group.ENOUGH || Group.few(count) ? null : 100.0 * count / employees;
  }

  private static long sum(List<Cell> cells, Predicate<Cell> which) {
    return cells.stream().filter(which).mapToLong(Cell::count).sum();
  }

  private static String term(
      String list, @Nullable String key, Map<String, String> own, Words words) {
    if (key == null) {
      return none(words);
    }
    String given = own.get(list + "." + key);
    String shipped = "incident." + list + "." + key;
    return given != null ? given : words.knows(shipped) ? words.t(shipped) : key;
  }

  private static String certainty(String certainty, Words words) {
    return words.t("incident.figures.certainty." + certainty.toLowerCase(Locale.ROOT));
  }

  private static String none(Words words) {
    return words.t("incident.figures.none-given");
  }
}
