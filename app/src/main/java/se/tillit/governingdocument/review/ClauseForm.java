package se.tillit.governingdocument.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.clause.Binding;
import se.tillit.governingdocument.clause.Clause;
import se.tillit.governingdocument.clause.ClauseRegister;
import se.tillit.governingdocument.clause.ReportDuty;
import se.tillit.governingdocument.demand.Kind;
import se.tillit.governingdocument.demand.Strength;
import se.tillit.kernel.Refused;

/// What is settled of one clause; a figure is bound where its name is ticked, and a report demanded
/// where a recipient is.
///
/// @param recipient kinds of body and ids of bodies
/// @param everyMonths a number, or `term`
/// @param reported whether the form asked about reports at all
record ClauseForm(
    @Nullable Kind kind,
    @Nullable String role,
    @Nullable String cadence,
    @Nullable List<String> indicator,
    @Nullable Integer target,
    @Nullable Integer atRisk,
    @Nullable Boolean reported,
    @Nullable List<String> recipient,
    @Nullable String everyMonths,
    @Nullable String firstDue,
    @Nullable String leadDays,
    int version) {

  ClauseRegister.Decided decided(Clause before, @Nullable ReportDuty earlier) {
    Kind chosen = kind == null ? before.meaning().kind() : kind;
    var meaning =
        new Clause.Meaning(
            chosen,
            strength(chosen, before.meaning().strength()),
            role == null ? "" : role.strip(),
            cadence == null ? "" : cadence.strip(),
            before.meaning().recipients());
    return new ClauseRegister.Decided(
        meaning, bindings(), Boolean.TRUE.equals(reported) ? duty() : earlier);
  }

  private List<Binding> bindings() {
    if (indicator == null) {
      return List.of();
    }
    int kept = target == null ? Binding.USUAL_TARGET : target;
    int risk = atRisk == null ? Math.min(Binding.USUAL_AT_RISK, kept) : atRisk;
    return indicator.stream()
        .filter(key -> !key.isBlank())
        .distinct()
        .map(key -> new Binding(key, kept, risk))
        .toList();
  }

  private @Nullable ReportDuty duty() {
    if (recipient == null || recipient.isEmpty()) {
      return null;
    }
    Set<String> kinds = new HashSet<>();
    Set<UUID> bodies = new HashSet<>();
    for (String one : recipient) {
      if (ReportDuty.KINDS.contains(one)) {
        kinds.add(one);
      } else {
        bodies.add(body(one));
      }
    }
    return new ReportDuty(kinds, bodies, months(), day(), lead());
  }

  private static UUID body(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException malformed) {
      throw new Refused("governingdocument.report.kind-unknown", typed).at("recipient");
    }
  }

  private @Nullable Integer months() {
    String typed = plain(everyMonths);
    return typed.equals("term") ? null : Integer.valueOf(number(typed, "everyMonths", "months"));
  }

  private @Nullable Integer lead() {
    String typed = plain(leadDays);
    return typed.isEmpty() ? null : Integer.valueOf(number(typed, "leadDays", "lead.wrong"));
  }

  private static int number(String typed, String field, String word) {
    if (!typed.matches("\\d{1,4}")) {
      throw new Refused("governingdocument.report." + word).at(field);
    }
    return Integer.parseInt(typed);
  }

  private @Nullable LocalDate day() {
    String typed = plain(firstDue);
    try {
      return typed.isEmpty() ? null : LocalDate.parse(typed);
    } catch (DateTimeException malformed) {
      throw new Refused("governingdocument.day.malformed", typed).at("firstDue");
    }
  }

  private static String plain(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  private static Strength strength(Kind kind, Strength before) {
    return switch (kind) {
      case CONTEXT, DEFINITION -> Strength.NONE;
      case PERMISSION -> Strength.MAY;
      case DEMAND, ROLE_DUTY ->
          before == Strength.NONE || before == Strength.MAY ? Strength.SHALL : before;
    };
  }
}
