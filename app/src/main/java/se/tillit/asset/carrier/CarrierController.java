package se.tillit.asset.carrier;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
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
import se.tillit.kernel.Refused;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The pages of carriers.
@Controller
class CarrierController {

  private final CarrierRegister register;
  private final CarrierPages pages;

  CarrierController(CarrierRegister register, CarrierPages pages) {
    this.register = register;
    this.pages = pages;
  }

  @Requires("asset.read")
  @GetMapping("/{tenant}/carriers")
  ModelAndView list(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam Map<String, String> parameters) {
    CarrierFilter filter = CarrierFilter.of(parameters);
    return pages.list(viewer, page, filter, register.all(filter));
  }

  @Requires("asset.read")
  @GetMapping("/{tenant}/carriers/{id}")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return pages.record(viewer, page, register.find(id), register.carried(viewer, id));
  }

  @Requires("asset.write")
  @GetMapping("/{tenant}/carriers/new")
  ModelAndView form(Viewer viewer, @ModelAttribute("page") Page page) {
    return pages.form(viewer, page, CarrierForm.blank(), null);
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/carriers")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @ModelAttribute CarrierForm form,
      RedirectAttributes redirect) {
    List<Refused> faults = form.faults();
    if (!faults.isEmpty()) {
      return refused(pages.form(viewer, page, form, null), page, faults);
    }
    try {
      UUID id = register.register(viewer, form.draft());
      redirect.addFlashAttribute(
          "flash", Flash.done(page.t("asset.registered", String.valueOf(form.name()))));
      return new ModelAndView("redirect:" + CarrierPages.home(viewer, id));
    } catch (Refused fault) {
      return refused(pages.form(viewer, page, form, null), page, List.of(fault));
    }
  }

  @Requires("asset.write")
  @GetMapping("/{tenant}/carriers/{id}/edit")
  ModelAndView edit(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    Carrier carrier = register.find(id);
    return pages.form(viewer, page, CarrierForm.of(carrier), carrier);
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/carriers/{id}")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam int version,
      @ModelAttribute CarrierForm form,
      RedirectAttributes redirect) {
    List<Refused> faults = form.faults();
    if (!faults.isEmpty()) {
      return refused(pages.form(viewer, page, form, register.find(id)), page, faults);
    }
    try {
      register.amend(viewer, id, version, form.draft());
      redirect.addFlashAttribute("flash", Flash.done(page.t("asset.changed")));
      return new ModelAndView("redirect:" + CarrierPages.home(viewer, id));
    } catch (Refused fault) {
      return refused(pages.form(viewer, page, form, register.find(id)), page, List.of(fault));
    }
  }

  private static ModelAndView refused(ModelAndView form, Page page, List<Refused> faults) {
    form.addObject("problems", problems(page, faults));
    form.setStatus(HttpStatusCode.valueOf(HttpStatus.UNPROCESSABLE_CONTENT.value()));
    return form;
  }

  private static Problems problems(Page page, List<Refused> faults) {
    return new Problems(
        faults.stream()
            .map(fault -> {
              String field = fault.field();
              return new FieldProblem(
                  field == null ? "name" : field, page.t(fault.messageKey(), fault.arguments()));
            })
            .toList());
  }
}
