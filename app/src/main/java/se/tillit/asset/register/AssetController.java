package se.tillit.asset.register;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import se.tillit.web.Cursor;
import se.tillit.web.Flash;
import se.tillit.web.Page;

/// The register's pages: the list, an asset, and the form that writes it.
@Controller
class AssetController {

  private final AssetList list;
  private final AssetReading reading;
  private final AssetRegister register;
  private final AssetPages pages;
  private final SecrecyGrounds grounds;

  AssetController(
      AssetList list,
      AssetReading reading,
      AssetRegister register,
      AssetPages pages,
      SecrecyGrounds grounds) {
    this.list = list;
    this.reading = reading;
    this.register = register;
    this.pages = pages;
    this.grounds = grounds;
  }

  @Requires("asset.read")
  @GetMapping("/{tenant}/assets")
  ModelAndView list(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam Map<String, String> parameters) {
    AssetFilter filter = AssetFilter.of(parameters);
    var wanted =
        new AssetList.Wanted(
            cursor(parameters.get("after")), cursor(parameters.get("before")), AssetList.PAGE);
    return pages.list(viewer, page, filter, list.page(viewer, filter, wanted));
  }

  @Requires("asset.read")
  @GetMapping("/{tenant}/assets/{id}")
  ModelAndView show(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    return pages.record(viewer, page, reading.open(viewer, id));
  }

  @Requires("asset.write")
  @GetMapping("/{tenant}/assets/new")
  ModelAndView form(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @RequestParam(required = false) @Nullable UUID unit) {
    return pages.form(viewer, page, AssetForm.blank(unit), null);
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/assets")
  ModelAndView create(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @ModelAttribute AssetForm form,
      RedirectAttributes redirect) {
    List<Refused> faults = grounded(form);
    if (!faults.isEmpty()) {
      return refused(pages.form(viewer, page, form, null), page, faults);
    }
    try {
      UUID id = register.register(viewer, form.draft(grounds.codes()), form.carrierIds());
      redirect.addFlashAttribute(
          "flash", Flash.done(page.t("asset.registered", String.valueOf(form.name()))));
      return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/assets/" + id);
    } catch (Refused fault) {
      return refused(pages.form(viewer, page, form, null), page, List.of(fault));
    }
  }

  @Requires("asset.write")
  @GetMapping("/{tenant}/assets/{id}/edit")
  ModelAndView edit(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    Asset asset = reading.open(viewer, id);
    return pages.form(viewer, page, AssetForm.of(asset, List.of()), asset);
  }

  @Requires("asset.write")
  @PostMapping("/{tenant}/assets/{id}")
  ModelAndView update(
      Viewer viewer,
      @ModelAttribute("page") Page page,
      @PathVariable UUID id,
      @RequestParam int version,
      @ModelAttribute AssetForm form,
      RedirectAttributes redirect) {
    List<Refused> faults = grounded(form);
    if (!faults.isEmpty()) {
      return refused(pages.form(viewer, page, form, reading.open(viewer, id)), page, faults);
    }
    try {
      register.amend(viewer, id, version, form.draft(grounds.codes()), null);
      redirect.addFlashAttribute("flash", Flash.done(page.t("asset.changed")));
      return new ModelAndView("redirect:/" + viewer.seat().tenantKey() + "/assets/" + id);
    } catch (Refused fault) {
      Asset asset = reading.open(viewer, id);
      return refused(pages.form(viewer, page, form, asset), page, List.of(fault));
    }
  }

  private List<Refused> grounded(AssetForm form) {
    return form.faults(grounds.codes());
  }

  private static ModelAndView refused(ModelAndView form, Page page, List<Refused> faults) {
    form.addObject("problems", AssetPages.problems(page, faults));
    form.setStatus(HttpStatusCode.valueOf(HttpStatus.UNPROCESSABLE_CONTENT.value()));
    return form;
  }

  private static @Nullable Cursor cursor(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : Cursor.parse(typed);
  }
}
