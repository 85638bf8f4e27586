package se.tillit.improvement.action;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Event;
import se.tillit.web.Fact;
import se.tillit.web.Option;
import se.tillit.web.Words;

/// An action on its own page, as said.
public final class ShownAction {

  private final Words words;
  private final Action action;
  private final List<ActionStore.Said> log;
  private final String base;

  ShownAction(Words words, Action action, List<ActionStore.Said> log, String base) {
    this.words = words;
    this.action = action;
    this.log = log;
    this.base = base;
  }

  public Action action() {
    return action;
  }

  public String title() {
    return action.title();
  }

  public String href() {
    return base + "/actions/" + action.id();
  }

  public LocalDate due() {
    return action.course().due();
  }

  public boolean isOpen() {
    return action.course().state().isOpen();
  }

  public String state() {
    return words.t("improvement.state." + action.course().state().key());
  }

  /// The colour of the state's tag.
  public String stateColour() {
    return switch (action.course().state()) {
      case PLANNED, DROPPED -> "neutral";
      case UNDERWAY -> "info";
      case DONE, CONFIRMED -> "success";
    };
  }

  public String version() {
    return Integer.toString(action.version());
  }

  /// Says that the owner has left, and who answers instead.
  public @Nullable String handedOver() {
    var who = action.who();
    if (who.owner().id() == null || who.owner().id().equals(who.responsible().id())) {
      return who.responsible().id() == null ? words.t("improvement.action.vacant") : null;
    }
    String owner = String.valueOf(nameOf(words, who.owner()));
    String now = nameOf(words, who.responsible());
    return now == null
        ? words.t("improvement.action.owner-left-vacant", owner)
        : words.t("improvement.action.owner-left", owner, now);
  }

  /// Says that it may not be begun in earnest yet, when what it waits for is open.
  @Nullable String waits(int open) {
    return isOpen() && open > 0 ? words.t("improvement.action.waits", open) : null;
  }

  public String stateOf(Neighbour other) {
    return words.t("improvement.state." + other.state().key());
  }

  public String hrefOf(Neighbour other) {
    return base + "/actions/" + other.id();
  }

  public boolean asksForEffect() {
    return action.course().state() == ActionState.DONE;
  }

  /// The goal that it serves.
  public @Nullable Fact served() {
    UUID goal = action.plan().goal();
    return goal == null
        ? null
        : Fact.link(
            words.t("improvement.served-goal"), action.plan().goalTitle(), base + "/goals/" + goal);
  }

  public List<Event> dueChanges(List<ActionStore.DueChange> changes) {
    return changes.stream()
        .map(it ->
            new Event(
                words.time(it.at()),
                it.at().toString(),
                words.t(
                    "improvement.due-change",
                    words.date(it.before()),
                    words.date(it.after()),
                    it.reason()),
                it.name(),
                null))
        .toList();
  }

  public List<Fact> facts() {
    var facts = new ArrayList<Fact>(who());
    var course = action.course();
    LocalDate start = course.start();
    if (start != null) {
      facts.add(Fact.of(words.t("improvement.start"), words.date(start)));
    }
    facts.add(Fact.of(words.t("improvement.due"), words.date(course.due())));
    if (course.dueChanges() > 0) {
      facts.add(
          Fact.of(
              words.t("improvement.due-changes"),
              words.t("improvement.times", course.dueChanges())));
    }
    facts.add(
        Fact.of(
            words.t("improvement.priority"),
            words.t("improvement.priority." + course.priority().key())));
    LocalDate done = course.done();
    if (done != null) {
      facts.add(Fact.of(words.t("improvement.done-day"), words.date(done)));
    }
    LocalDate recheck = course.recheck();
    if (recheck != null) {
      facts.add(Fact.of(words.t("improvement.recheck"), words.date(recheck)));
    }
    if (course.reopenings() > 0) {
      facts.add(
          Fact.of(
              words.t("improvement.reopenings"),
              words.t("improvement.times", course.reopenings())));
    }
    facts.addAll(costs());
    return facts;
  }

  private List<Fact> costs() {
    var facts = new ArrayList<Fact>();
    Long kronor = action.plan().costSek();
    if (kronor != null) {
      facts.add(Fact.of(words.t("improvement.cost-sek"), words.t("improvement.kronor", kronor)));
    }
    if (!action.texts().cost().isBlank()) {
      facts.add(Fact.of(words.t("improvement.cost"), action.texts().cost()));
    }
    return facts;
  }

  private List<Fact> who() {
    var facts = new ArrayList<Fact>();
    facts.add(
        Fact.of(words.t("improvement.responsible"), nameOf(words, action.who().responsible())));
    if (action.who().deputy().id() != null) {
      facts.add(Fact.of(words.t("improvement.deputy"), nameOf(words, action.who().deputy())));
    }
    String where = action.where().name();
    facts.add(
        Fact.of(words.t("improvement.unit"), where == null ? words.t("improvement.whole") : where));
    return facts;
  }

  /// Where the finding arose, with the way to its record.
  public @Nullable Fact source() {
    var source = action.source();
    if (source == null) {
      return null;
    }
    boolean unnamed = source.label().isBlank();
    String title = unnamed ? words.t("improvement.source") : sourceTitle(words, source.kind());
    String path = source.path();
    String label = unnamed ? sourceTitle(words, source.kind()) : source.label();
    return path == null ? Fact.of(title, label) : Fact.link(title, label, base + path);
  }

  /// The moves that may follow, the expected one first.
  public List<Option> moves() {
    return List.of(
            ActionState.UNDERWAY,
            ActionState.DONE,
            ActionState.CONFIRMED,
            ActionState.PLANNED,
            ActionState.DROPPED)
        .stream()
        .filter(action.course().state().moves()::contains)
        .map(to -> {
          boolean again = asksForEffect() && to == ActionState.UNDERWAY;
          String key = "improvement.move." + (again ? "again" : to.key());
          return Option.of(to.key(), words.t(key)).with(words.t(key + ".hint"));
        })
        .toList();
  }

  public List<Event> events() {
    return log.stream().map(this::event).toList();
  }

  static @Nullable String nameOf(Words words, Action.Person person) {
    if (person.id() == null) {
      return null;
    }
    String name = person.name();
    return name == null || name.isBlank() ? words.t("improvement.protected") : name;
  }

  private Event event(ActionStore.Said said) {
    String state = said.state();
    String moved = state == null ? "" : words.t("improvement.log." + state);
    String what =
        said.text().isBlank() ? moved : moved.isEmpty() ? said.text() : moved + " " + said.text();
    String who =
        said.via().equals("mail") ? words.t("improvement.log.by-mail", said.name()) : said.name();
    return new Event(words.time(said.at()), said.at().toString(), what, who, null);
  }

  static String sourceTitle(Words words, String kind) {
    int dot = kind.indexOf('.');
    String key =
        dot < 0 ? "" : kind.substring(0, dot) + ".indicator" + kind.substring(dot) + ".title";
    if (!key.isEmpty() && words.knows(key)) {
      return words.t(key);
    }
    String known = "improvement.source." + kind;
    return words.knows(known) ? words.t(known) : words.t("improvement.source");
  }
}
