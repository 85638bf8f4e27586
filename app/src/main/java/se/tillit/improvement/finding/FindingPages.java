package se.tillit.improvement.finding;

import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.web.FieldProblem;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// Puts a finding's page together, and what its form offers.
@Component
class FindingPages {

  private static final int MOST_UNITS = 2_500;

  private final DSLContext sql;
  private final FindingRegister register;
  private final Clock clock;

  FindingPages(DSLContext sql, FindingRegister register, Clock clock) {
    this.sql = sql;
    this.register = register;
    this.clock = clock;
  }

  ModelAndView show(Viewer viewer, Page page, UUID id, HttpStatus status) {
    Finding finding = register.find(viewer, id);
    String base = "/" + viewer.seat().tenantKey();
    var shown = new ShownFinding(page.words(), finding, base, Sweden.today(clock));
    return new ModelAndView("improvement/finding", status)
        .addObject(
            "page", page.titled(finding.title()).under(FindingController.crumb(viewer, page)))
        .addObject("finding", shown)
        .addObject("mayDecide", register.mayDecide(viewer, finding))
        .addObject("names", "/api/v1" + base + "/people/names")
        .addObject("actionsHref", base + "/actions?which=all&record=" + id)
        .addObject("form", FindingForm.RulingForm.EMPTY)
        .addObject("problems", Problems.NONE);
  }

  /// All units: whoever sees a shortcoming may say it of any.
  @Transactional(readOnly = true)
  public List<Option> units(@Nullable String chosen) {
    return sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
        .from(CURRENT_UNIT)
        .orderBy(CURRENT_UNIT.NAME)
        .limit(MOST_UNITS)
        .fetch(it ->
            Option.of(it.value1().toString(), it.value2(), it.value1().toString().equals(chosen)));
  }

  static Problems problem(Page page, Refused refused) {
    String field = refused.field() == null ? "title" : refused.field();
    return new Problems(
        List.of(new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()))));
  }
}
