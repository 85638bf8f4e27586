package se.tillit.incident.regime;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tillit.identity.Role;

/// Reads a regime or a recipient from its text, and says everything that is wrong with it.
final class RegimeReader {

  static final String HANDLER = "handler";
  private static final Set<String> FACTS =
      Set.of("always", "never", "personal_data", "crime", "crisis", "security");

  private final List<Text.Fault> faults;

  RegimeReader(List<Text.Fault> faults) {
    this.faults = faults;
  }

  Regime regime(String definition) {
    Text text = Definitions.one(definition, faults);
    List<Step> steps = text.parts("steps").stream().map(this::step).toList();
    var regime =
        new Regime(
            code(text, "code"),
            text.number("row", 1, 999),
            day(text),
            new Regime.Titles(text.said("name"), text.said("short")),
            start(text.part("start")),
            text.word("responsible", Regime.Responsible.class),
            code(text, "recipient"),
            suggestion(text),
            text.flag("standalone"),
            text.legal(),
            text.said("question"),
            text.parts("criteria").stream().map(this::criterion).toList(),
            text.parts("sectors").stream().map(this::sector).toList(),
            steps,
            text.parts("ladder").stream().map(this::rung).flatMap(Optional::stream).toList(),
            text.parts("excludes").stream().map(this::relation).toList(),
            text.parts("implies").stream().map(this::relation).toList());
    text.nothingElse();
    check(text, regime);
    return regime;
  }

  Recipient recipient(String definition) {
    Text text = Definitions.one(definition, faults);
    var recipient =
        new Recipient(
            code(text, "code"),
            day(text),
            text.said("name"),
            text.text("short"),
            text.said("channel"),
            text.text("address", ""),
            text.said("fallback"),
            text.legal());
    if (!recipient.address().isEmpty() && !recipient.address().startsWith("https://")) {
      text.fault("address", "incident.regime.fault.address");
    }
    text.nothingElse();
    return recipient;
  }

  private static Regime.Start start(Text text) {
    var start = new Regime.Start(text.word("event", Regime.Event.class), text.said());
    text.nothingElse();
    return start;
  }

  private static String suggestion(Text text) {
    String fact = text.text("suggest");
    if (!FACTS.contains(fact)) {
      text.fault("suggest", "incident.regime.fault.word", fact, String.join(", ", FACTS));
    }
    return fact;
  }

  private Step step(Text text) {
    var step =
        new Step(
            code(text, "code"),
            text.said("name"),
            due(text),
            base(text),
            text.text("instead", ""),
            span(text, "extension"),
            text.text("recipient", ""),
            text.flag("optional"),
            text.legal(),
            text.parts("fields").stream().map(this::field).toList());
    text.nothingElse();
    return step;
  }

  private static Due due(Text text) {
    Span advice = span(text, "advice");
    String words = text.text("due");
    Optional<Due> due = Due.read(words, advice);
    if (due.isEmpty()) {
      text.fault("due", "incident.regime.fault.due", words);
    }
    return due.orElse(new Due(Due.Manner.NO_LIMIT, null, advice));
  }

  private static Base base(Text text) {
    String words = text.text("counts");
    Optional<Base> base = Base.read(words);
    if (base.isEmpty()) {
      text.fault("counts", "incident.regime.fault.counts", words);
    }
    return base.orElse(new Base(Base.From.START, ""));
  }

  private static @Nullable Span span(Text text, String key) {
    if (!text.has(key)) {
      return null;
    }
    String words = text.text(key);
    Optional<Span> span = Span.read(words);
    if (span.isEmpty()) {
      text.fault(key, "incident.regime.fault.span", words);
    }
    return span.orElse(null);
  }

  private Field field(Text text) {
    var field =
        new Field(
            text.text("key"),
            text.said(),
            text.number("limit", 1, 100_000),
            text.flag("mandatory"),
            text.text("from", ""),
            text.flag("secret"));
    text.nothingElse();
    return field;
  }

  private Criterion criterion(Text text) {
    var criterion =
        new Criterion(
            text.text("key"),
            text.word("effect", Criterion.Effect.class),
            text.numbers("limits"),
            text.said(),
            text.legal());
    text.nothingElse();
    Stream.of(criterion.words().sv(), criterion.words().en())
        .filter(it -> it.replaceAll("\\{(" + names(criterion) + ")\\}", "").contains("{"))
        .findFirst()
        .ifPresent(it -> text.fault("limits", "incident.regime.fault.limits"));
    return criterion;
  }

  private static String names(Criterion criterion) {
    return String.join("|", criterion.limits().keySet());
  }

  private Sector sector(Text text) {
    var sector =
        new Sector(
            code(text, "code"),
            text.said("name"),
            text.flag("usual"),
            text.parts("criteria").stream().map(this::criterion).toList());
    text.nothingElse();
    return sector;
  }

  private Optional<Rung> rung(Text text) {
    String when = text.text("when");
    List<String> tell = text.words("tell");
    text.nothingElse();
    for (String role : tell) {
      if (!role.equals(HANDLER) && Role.of(role).isEmpty()) {
        text.fault("tell", "incident.regime.fault.role", role);
      }
    }
    Optional<Rung> rung = Rung.read(when, tell);
    if (rung.isEmpty() || tell.isEmpty()) {
      text.fault("when", "incident.regime.fault.rung", when);
    }
    return rung;
  }

  private Relation relation(Text text) {
    String part = text.text("part", "whole");
    var relation = new Relation(code(text, "regime"), part.equals("whole"), text.legal());
    text.nothingElse();
    return relation;
  }

  private static String code(Text text, String key) {
    String code = text.text(key);
    if (!code.isEmpty() && !code.matches("[a-z][a-z0-9-]{0,59}")) {
      text.fault(key, "incident.regime.fault.code", code);
    }
    return code;
  }

  private static LocalDate day(Text text) {
    String day = text.text("from");
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      text.fault("from", "incident.regime.fault.day", day);
      return LocalDate.EPOCH;
    }
  }

  private static void check(Text text, Regime regime) {
    if (regime.steps().isEmpty()) {
      text.fault("steps", "incident.regime.fault.missing");
    }
    if (regime.criteria().isEmpty()) {
      text.fault("criteria", "incident.regime.fault.missing");
    }
    if (regime.opening(Base.From.START).isEmpty()) {
      text.fault("steps", "incident.regime.fault.no-first-step");
    }
    twice(text, "steps", regime.steps().stream().map(Step::code));
    twice(text, "criteria", regime.criteria().stream().map(Criterion::key));
    for (Step step : regime.steps()) {
      String opener = step.base().step();
      if (!opener.isEmpty() && regime.step(opener).isEmpty()) {
        text.fault("steps", "incident.regime.fault.no-such-step", step.code(), opener);
      }
      if (!step.instead().isEmpty() && regime.step(step.instead()).isEmpty()) {
        text.fault("steps", "incident.regime.fault.no-such-step", step.code(), step.instead());
      }
      twice(text, "steps." + step.code() + ".fields", step.fields().stream().map(Field::key));
    }
  }

  private static void twice(Text text, String key, Stream<String> codes) {
    var seen = new HashSet<String>();
    codes
        .filter(it -> !seen.add(it))
        .forEach(it -> text.fault(key, "incident.regime.fault.twice", it));
  }
}
