package se.tillit.improvement.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.improvement.NewAction;
import se.tillit.web.Due;
import se.tillit.web.Fact;
import se.tillit.web.Words;

/// A finding as said, in a list and on its own page.
public record ShownFinding(Words words, Finding finding, String base, LocalDate today) {

  public String title() {
    return finding.title();
  }

  public String href() {
    return base + "/findings/" + finding.id();
  }

  public String kind() {
    return words.t("improvement.finding.kind." + finding.kind().key());
  }

  public String standing() {
    Decision decision = finding.course().decision();
    return finding.standing() == Standing.DECIDED && decision != null
        ? words.t("improvement.finding.decision." + decision.key())
        : words.t("improvement.finding.standing." + finding.standing().key());
  }

  public String colour() {
    return switch (finding.standing()) {
      case OPEN -> "warning";
      case DECIDED -> "info";
      case CLOSED -> "success";
    };
  }

  public boolean isOpen() {
    return finding.standing() == Standing.OPEN;
  }

  public boolean isDecided() {
    return finding.standing() == Standing.DECIDED;
  }

  /// When it is to be decided, while it is not.
  public @Nullable Due due() {
    return isOpen() ? Due.of(finding.course().decideBy(), today) : null;
  }

  public String where() {
    String name = finding.where().name();
    return name == null ? words.t("improvement.whole") : name;
  }

  public String actions() {
    return words.t(
        "improvement.finding.actions-of", finding.actions().all(), finding.actions().open());
  }

  public String version() {
    return Integer.toString(finding.version());
  }

  public List<Fact> facts() {
    var course = finding.course();
    var facts = new ArrayList<Fact>();
    facts.add(Fact.of(words.t("improvement.finding.kind"), kind()));
    facts.add(Fact.of(words.t("improvement.unit"), where()));
    facts.add(Fact.of(words.t("improvement.finding.found"), words.date(course.found())));
    String requirement = finding.requirement().text();
    String page = finding.requirement().path();
    if (!requirement.isBlank()) {
      String term = words.t("improvement.finding.requirement");
      facts.add(
          page == null ? Fact.of(term, requirement) : Fact.link(term, requirement, base + page));
    }
    NewAction.Source source = finding.source();
    if (source != null) {
      String known = "improvement.source." + source.kind();
      String term = words.knows(known) ? words.t(known) : words.t("improvement.source");
      String path = source.path();
      facts.add(
          path == null
              ? Fact.of(term, source.label())
              : Fact.link(term, source.label(), base + path));
    }
    LocalDate decided = course.decided();
    if (decided != null) {
      facts.add(
          Fact.of(
              words.t("improvement.finding.decided"),
              words.t(
                  "improvement.finding.decided-by",
                  words.date(decided),
                  String.valueOf(course.decidedBy()))));
    }
    LocalDate closed = course.closed();
    if (closed != null) {
      facts.add(Fact.of(words.t("improvement.finding.closed-day"), words.date(closed)));
    }
    return facts;
  }

  /// The address of a form that opens a further action for it.
  public String actionHref() {
    var source =
        new NewAction.Source(
            FindingStore.KIND, finding.id(), finding.title(), "/findings/" + finding.id());
    var unit = finding.where().unit();
    return base + "/actions/new?" + source.query() + (unit == null ? "" : "&unit=" + unit);
  }
}
