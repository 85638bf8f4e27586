package se.tillit.incident.draft;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.regime.Field;
import se.tillit.incident.regime.Recipient;
import se.tillit.incident.regime.Regimes;
import se.tillit.incident.regime.Step;
import se.tillit.web.Words;

/// All drafts of a case, or of a clock without one, with what fills them: read at once, put
/// together here.
///
/// @param rules the regimes in the versions that the clocks began with
/// @param recipients who receives today, by code
record Folder(
    Of of,
    List<ClockedStep> steps,
    List<DraftRow> rows,
    Map<UUID, Map<String, DraftRow.Kept>> kept,
    Material material,
    Answerers.Directory directory,
    Map<UUID, Regimes.InForce> rules,
    Map<String, Recipient> recipients) {

  /// Whose drafts they are: a case's, or a clock's that runs without one.
  ///
  /// @param reference the case's number, or what the clock is about
  /// @param now what time it is in the case
  record Of(
      @Nullable UUID incident,
      @Nullable UUID clock,
      String reference,
      boolean exercise,
      Instant now) {

    String clocksPath() {
      return incident == null ? path() : path() + "/clocks";
    }

    /// Its page, below the tenant's address.
    String path() {
      return incident == null ? "/clocks/" + clock : "/incidents/" + incident;
    }
  }

  Optional<ClockedStep> step(UUID id) {
    return steps.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  Optional<DraftRow> row(UUID id) {
    return rows.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  Regimes.InForce rule(ClockedStep step) {
    Regimes.InForce rule = rules.get(step.clock().definition());
    if (rule == null) {
      throw new IllegalStateException("no regime of clock " + step.clock().id());
    }
    return rule;
  }

  Step stage(ClockedStep step, String code) {
    return rule(step).regime().step(code).orElseThrow();
  }

  /// The draft with what it says and what the case says now.
  Draft draft(DraftRow row) {
    ClockedStep step = step(row.step()).orElseThrow();
    Step stage = stage(step, row.series().stage());
    Words words = Words.in(row.series().language());
    Material filling = materialFor(step);
    Map<String, DraftRow.Kept> own = kept.getOrDefault(row.id(), Map.of());
    Map<String, DraftRow.Kept> before = before(row).map(it -> values(it)).orElse(Map.of());
    boolean supplements = before(row).isPresent();
    boolean late = step.isLate(of.now());
    List<DraftField> fields =
        stage.fields().stream()
            .map(field -> {
              var it = own.getOrDefault(field.key(), DraftRow.Kept.NOTHING);
              return new DraftField(
                  field.asked(late),
                  it.value(),
                  it.said(),
                  Sources.say(field, filling, words),
                  supplements
                      ? before.getOrDefault(field.key(), DraftRow.Kept.NOTHING).value()
                      : null,
                  it.edited());
            })
            .toList();
    return new Draft(
        row.id(),
        head(row, step),
        rule(step),
        stage,
        to(row, step, words),
        sent(row, step),
        fields,
        sentBefore(row, step),
        row.isPassedOver(step),
        row.version());
  }

  private Draft.Head head(DraftRow row, ClockedStep step) {
    return new Draft.Head(
        of.incident(),
        of.path(),
        of.reference(),
        of.exercise(),
        step.clock().id(),
        step.id(),
        row.series().stage(),
        row.series().audience(),
        row.series().language(),
        row.number(),
        step.clock().responsible(),
        material.facts().secrecy(),
        row.made());
  }

  /// What is sent keeps the name it was sent to, whatever the authority is called since.
  private Draft.To to(DraftRow row, ClockedStep step, Words words) {
    DraftRow.Own own = row.own();
    if (own != null) {
      return new Draft.To(own.recipient(), own.channel(), null);
    }
    ClockedStep.Submitted sent = step.sent();
    if (sent != null && row.isSubmittedBy(step)) {
      return new Draft.To(sent.recipient(), sent.channel(), null);
    }
    Recipient now = recipients.get(step.recipient());
    return now == null
        ? new Draft.To(step.recipient(), "", null)
        : new Draft.To(now.name().in(words), now.channel().in(words), now);
  }

  private static Draft.@Nullable Sent sent(DraftRow row, ClockedStep step) {
    DraftRow.Own own = row.own();
    if (own != null) {
      return new Draft.Sent(own.at(), own.sender(), own.caseNumber());
    }
    ClockedStep.Submitted sent = step.sent();
    return sent == null || !row.isSubmittedBy(step)
        ? null
        : new Draft.Sent(sent.at(), sent.submitter(), sent.caseNumber());
  }

  /// What the same clock has sent at its other stages, the latest first; letters apart.
  private List<Draft.Former> sentBefore(DraftRow row, ClockedStep step) {
    return rows.stream()
        .filter(it -> !it.isVersionOf(row) && it.series().audience().isEmpty())
        .filter(it -> isSentBySameClock(it, step))
        .sorted(Comparator.comparing((DraftRow it) -> sentAt(it)).reversed())
        .map(it -> former(it))
        .toList();
  }

  private Draft.Former former(DraftRow row) {
    Step stage = stage(step(row.step()).orElseThrow(), row.series().stage());
    var said = new LinkedHashMap<Field, String>();
    for (Field field : stage.fields()) {
      said.put(field, values(row).getOrDefault(field.key(), DraftRow.Kept.NOTHING).value());
    }
    return new Draft.Former(row.id(), stage, row.number(), sentAt(row), said);
  }

  /// The version that this one supplements.
  private Optional<DraftRow> before(DraftRow row) {
    return rows.stream()
        .filter(it -> it.isVersionOf(row) && it.number() < row.number())
        .max(Comparator.comparingInt(DraftRow::number));
  }

  private Map<String, DraftRow.Kept> values(DraftRow row) {
    return kept.getOrDefault(row.id(), Map.of());
  }

  /// What fills the drafts of a step.
  Material materialFor(ClockedStep step) {
    Material whose =
        material.with(
            directory.answering(step), Material.Earlier.NOTHING, directory.informed(step));
    return whose.with(whose.answering(), earlier(step, whose), whose.informed());
  }

  /// What a new draft says: each field as the case has it.
  Map<String, DraftRow.Kept> filled(ClockedStep step, DraftRow.Series series) {
    var fields = new LinkedHashMap<String, DraftRow.Kept>();
    Material filling = materialFor(step);
    Map<String, DraftRow.Kept> unsent = passedOver(step);
    for (Field field : stage(step, series.stage()).fields()) {
      String said = Sources.say(field, filling, Words.in(series.language()));
      DraftRow.Kept written = unsent.getOrDefault(field.key(), DraftRow.Kept.NOTHING);
      boolean asked = said.isBlank() && !step.isLetter();
      fields.put(
          field.key(),
          new DraftRow.Kept(asked ? written.value() : said, said, DraftRow.Kept.NOTHING.edited()));
    }
    return fields;
  }

  /// What was written for this clock and never sent, since another stage was sent in its place.
  private Map<String, DraftRow.Kept> passedOver(ClockedStep step) {
    return rows.stream()
        .filter(it -> it.series().audience().isEmpty())
        .filter(it ->
            step(it.step())
                .filter(of -> of.clock().id().equals(step.clock().id()))
                .filter(of -> !of.id().equals(step.id()) && it.isPassedOver(of))
                .isPresent())
        .max(Comparator.comparing((DraftRow it) -> it.made().at()))
        .map(it -> values(it))
        .orElse(Map.of());
  }

  /// What the same clock has sent last, and what the case says otherwise by now.
  private Material.Earlier earlier(ClockedStep step, Material whose) {
    Optional<DraftRow> last =
        rows.stream()
            .filter(it -> !it.step().equals(step.id()) && it.series().audience().isEmpty())
            .filter(it -> isSentBySameClock(it, step))
            .max(Comparator.comparing((DraftRow it) -> sentAt(it)));
    return last.map(it -> earlier(it, whose)).orElse(Material.Earlier.NOTHING);
  }

  private boolean isSentBySameClock(DraftRow row, ClockedStep step) {
    return step(row.step())
        .filter(it -> it.clock().id().equals(step.clock().id()) && row.isFrozen(it))
        .isPresent();
  }

  private Instant sentAt(DraftRow row) {
    Draft.Sent sent = sent(row, step(row.step()).orElseThrow());
    return sent == null ? Instant.EPOCH : sent.at();
  }

  private Material.Earlier earlier(DraftRow row, Material whose) {
    ClockedStep step = step(row.step()).orElseThrow();
    Words words = Words.in(row.series().language());
    var values = new LinkedHashMap<String, String>();
    var changes = new LinkedHashMap<String, String>();
    for (Field field : stage(step, row.series().stage()).fields()) {
      DraftRow.Kept was = values(row).getOrDefault(field.key(), DraftRow.Kept.NOTHING);
      values.put(field.key(), was.value());
      String now = Sources.known().contains(field.from()) ? Sources.say(field, whose, words) : "";
      if (!now.isBlank() && !now.equals(was.value()) && !now.equals(was.said())) {
        changes.put(field.label().in(words), now);
      }
    }
    return new Material.Earlier(values, changes);
  }
}
