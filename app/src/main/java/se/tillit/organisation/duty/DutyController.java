package se.tillit.organisation.duty;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Period;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;
import se.tillit.organisation.NamedPeople;
import se.tillit.web.Cursor;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Pager;
import se.tillit.web.Problems;

/// The register of duties: who holds what, and what nobody holds.
@Controller
class DutyController {

  private final DutyPages pages;
  private final DutyRegister register;
  private final NamedPeople people;
  private final Clock clock;

  DutyController(DutyPages pages, DutyRegister register, NamedPeople people, Clock clock) {
    this.pages = pages;
    this.register = register;
    this.people = people;
    this.clock = clock;
  }

  @Requires("organisation.duties")
  @GetMapping("/{tenant}/roles")
  ModelAndView list(Viewer viewer, @ModelAttribute("page") Page page, Places from) {
    return list(viewer, page, from, "", Problems.NONE);
  }

  /// Where each of the two lists goes on.
  record Places(@Nullable String after, @Nullable String expectedAfter) {

    static final Places FIRST = new Places(null, null);

    private static @Nullable Cursor of(@Nullable String typed) {
      return typed == null || typed.isBlank() ? null : Cursor.parse(typed);
    }
  }

  private ModelAndView list(
      Viewer viewer, Page page, Places from, String person, Problems problems) {
    HttpStatus status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    ModelAndView view = new ModelAndView("organisation/roles", status);
    view.addObject("page", page.titled(page.t("organisation.duty.list.title")));
    view.addObject("home", home(viewer));
    var expected = pages.expected(Places.of(from.expectedAfter()));
    var held = pages.held(Places.of(from.after()));
    view.addObject("expected", expected.rows());
    view.addObject("held", held.rows());
    view.addObject("expectedPager", pager(viewer, "expectedAfter", from.expectedAfter(), expected));
    view.addObject("heldPager", pager(viewer, "after", from.after(), held));
    view.addObject("names", "/api/v1/" + viewer.seat().tenantKey() + "/people/names");
    view.addObject("mayWrite", viewer.may("organisation.duties-write"));
    view.addObject("person", person);
    view.addObject("problems", problems);
    view.addObject(
        "duties",
        Arrays.stream(Duty.values())
            .map(duty -> Option.of(duty.key(), page.t(duty.titleKey())))
            .toList());
    view.addObject(
        "places",
        pages.places().stream()
            .map(it ->
                Option.of(it.key(), page.t("organisation.duty.place." + it.sort(), it.name())))
            .toList());
    return view;
  }

  @Requires("organisation.duties-write")
  @PostMapping("/{tenant}/roles")
  ModelAndView create(
      Viewer viewer,
      @RequestParam String duty,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "false") boolean deputy,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    try {
      give(viewer, duty, meant(viewer, person), place, deputy);
      redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.duty.given")));
      return new ModelAndView("redirect:" + home(viewer));
    } catch (Refused refused) {
      String field = refused.field() == null ? "duty" : refused.field();
      String said = page.t(refused.messageKey(), refused.arguments());
      return list(
          viewer, page, Places.FIRST, person, new Problems(List.of(new FieldProblem(field, said))));
    }
  }

  /// By number or e-mail address, whoever it is; else by name among those to choose.
  private ExpectedDuty.Holder meant(Viewer viewer, String person) {
    return pages
        .person(person)
        .or(() ->
            Optional.ofNullable(people.meant(viewer, person, "person")).flatMap(pages::person))
        .orElseThrow(() -> new Refused("organisation.duty.person-unknown").at("person"));
  }

  private static Pager pager(
      Viewer viewer, String name, @Nullable String from, DutyPages.Listed<?> found) {
    Cursor next = found.next();
    return new Pager(
        from == null ? null : home(viewer),
        null,
        next == null ? null : home(viewer) + "?" + name + "=" + next,
        found.rows().size(),
        -1);
  }

  private void give(
      Viewer viewer, String duty, ExpectedDuty.Holder holder, String place, boolean deputy) {
    UUID person = Objects.requireNonNull(holder.person());
    Period period = Period.since(Sweden.today(clock));
    String name = holder.name() == null ? "" : holder.name();
    register.give(
        viewer,
        new NewHolding(Duty.named(duty), person, NewHolding.For.of(place), deputy, period),
        name);
  }

  @Requires("organisation.duties-write")
  @PostMapping("/{tenant}/roles/{id}/end")
  String end(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    register.end(viewer, id, Sweden.today(clock), "");
    redirect.addFlashAttribute("flash", Flash.done(page.t("organisation.duty.ended")));
    return "redirect:" + home(viewer);
  }

  private static String home(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/roles";
  }
}
