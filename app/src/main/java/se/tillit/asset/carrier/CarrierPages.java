package se.tillit.asset.carrier;

import static se.tillit.schema.asset.Tables.CARRIER;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.asset.CarrierKind;
import se.tillit.identity.Viewer;
import se.tillit.web.Crumb;
import se.tillit.web.Cursor;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Problems;
import se.tillit.web.Words;

/// Gathers what each page about carriers shows.
@Component
public class CarrierPages {

  private static final int MANY = 2500;

  private final DSLContext sql;
  private final Flows flows;

  CarrierPages(DSLContext sql, Flows flows) {
    this.sql = sql;
    this.flows = flows;
  }

  ModelAndView list(Viewer viewer, Page page, CarrierFilter filter, List<Carrier> found) {
    boolean more = found.size() > CarrierFilter.PAGE;
    List<Carrier> shown = more ? found.subList(0, CarrierFilter.PAGE) : found;
    var view = new ModelAndView("asset/carriers");
    view.addObject("page", page.titled(page.t("asset.carrier.list.title")));
    view.addObject("carriers", shown);
    view.addObject("filter", filter);
    view.addObject("kinds", kinds(page.words(), filter.kind()));
    view.addObject("pager", pager(viewer, filter, shown, more));
    view.addObject("base", base(viewer));
    view.addObject("writable", viewer.may(CarrierRegister.WRITE));
    return view;
  }

  private static Pager pager(
      Viewer viewer, CarrierFilter filter, List<Carrier> shown, boolean more) {
    String list = base(viewer) + "/carriers";
    CarrierKind kind = filter.kind();
    String kept =
        "?q="
            + java.net.URLEncoder.encode(filter.text(), java.nio.charset.StandardCharsets.UTF_8)
            + (kind == null ? "" : "&kind=" + kind.key());
    String next = more ? list + kept + "&after=" + Cursor.of(shown.getLast().name()) : null;
    String first = filter.after() == null ? null : list + kept;
    return new Pager(first, first, next, shown.size(), more || first != null ? -1 : shown.size());
  }

  @Transactional(readOnly = true)
  public ModelAndView record(Viewer viewer, Page page, Carrier carrier, List<Carried> carried) {
    var view = new ModelAndView("asset/carrier");
    boolean writable = CarrierRegister.mayWrite(viewer, carrier);
    List<FlowEnd> ends = flows.of(carrier.id());
    view.addObject("page", page.titled(carrier.name()).under(crumb(viewer, page)));
    view.addObject("carrier", carrier);
    view.addObject("carried", carried);
    view.addObject("flows", ends);
    view.addObject("others", writable ? others(carrier.id(), ends) : List.<Option>of());
    view.addObject("base", base(viewer));
    view.addObject("writable", writable);
    return view;
  }

  @Transactional(readOnly = true)
  public ModelAndView form(Viewer viewer, Page page, CarrierForm form, @Nullable Carrier carrier) {
    var view = new ModelAndView("asset/carrierform");
    String list = base(viewer) + "/carriers";
    Page titled =
        carrier == null
            ? page.titled(page.t("asset.carrier.new.title")).under(crumb(viewer, page))
            : page.titled(page.t("asset.edit.title"))
                .under(crumb(viewer, page), new Crumb(carrier.name(), home(viewer, carrier.id())));
    view.addObject("page", titled);
    view.addObject("form", form);
    view.addObject("problems", Problems.NONE);
    view.addObject("action", carrier == null ? list : home(viewer, carrier.id()));
    view.addObject("version", carrier == null ? -1 : carrier.version());
    view.addObject("units", units(viewer, form.unit()));
    view.addObject("people", people(carrier));
    view.addObject("kinds", kinds(page.words(), CarrierKind.of(text(form.kind())).orElse(null)));
    return view;
  }

  private List<Option> units(Viewer viewer, @Nullable String chosen) {
    return sql.select(CURRENT_UNIT.UNIT_ID, CURRENT_UNIT.NAME)
        .from(CURRENT_UNIT)
        .where(viewer.scope(CarrierRegister.WRITE).covers(CURRENT_UNIT.UNIT_ID))
        .orderBy(CURRENT_UNIT.NAME)
        .limit(MANY)
        .fetch(row ->
            Option.of(
                row.value1().toString(), row.value2(), row.value1().toString().equals(chosen)));
  }

  /// Those who work in the carrier's unit; a new carrier's owner is appointed once it has one.
  private List<Option> people(@Nullable Carrier carrier) {
    if (carrier == null) {
      return List.of();
    }
    return sql.selectDistinct(PERSON_NAME.PERSON_ID, PERSON_NAME.NAME)
        .from(CURRENT_ASSIGNMENT)
        .join(PERSON_NAME)
        .on(PERSON_NAME.PERSON_ID.eq(CURRENT_ASSIGNMENT.PERSON_ID))
        .where(CURRENT_ASSIGNMENT.UNIT_ID.eq(carrier.facts().unit()))
        .and(PERSON_NAME.NAME.ne(""))
        .orderBy(PERSON_NAME.NAME)
        .limit(MANY)
        .fetch(row ->
            Option.of(
                row.value1().toString(),
                row.value2(),
                row.value1().equals(carrier.facts().owner())));
  }

  private List<Option> others(UUID carrier, List<FlowEnd> ends) {
    var already = ends.stream().filter(FlowEnd::outward).map(FlowEnd::carrier).toList();
    return sql.select(CARRIER.ID, CARRIER.NAME)
        .from(CARRIER)
        .where(CARRIER.STATE.eq("active"))
        .and(CARRIER.ID.ne(carrier))
        .and(CARRIER.ID.notIn(already))
        .orderBy(CARRIER.NAME)
        .limit(MANY)
        .fetch(row -> Option.of(row.value1().toString(), row.value2()));
  }

  private static List<Option> kinds(Words words, @Nullable CarrierKind chosen) {
    return Arrays.stream(CarrierKind.values())
        .map(it -> Option.of(it.key(), words.t(it.labelKey()), it == chosen))
        .toList();
  }

  static String base(Viewer viewer) {
    return "/" + viewer.seat().tenantKey();
  }

  static String home(Viewer viewer, UUID id) {
    return base(viewer) + "/carriers/" + id;
  }

  private static Crumb crumb(Viewer viewer, Page page) {
    return new Crumb(page.t("asset.carrier.list.title"), base(viewer) + "/carriers");
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }
}
