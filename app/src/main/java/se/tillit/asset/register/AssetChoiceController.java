package se.tillit.asset.register;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Forbidden;
import se.tillit.web.Crumb;
import se.tillit.web.Page;

/// What an asset's own page need not carry each time it is read: whom to appoint as owner, and
/// which carrier to add.
@Controller
class AssetChoiceController {

  private final AssetReading reading;
  private final AssetLinks links;
  private final Choices choices;

  AssetChoiceController(AssetReading reading, AssetLinks links, Choices choices) {
    this.reading = reading;
    this.links = links;
    this.choices = choices;
  }

  @Requires("asset.write")
  @GetMapping("/{tenant}/assets/{id}/owner")
  ModelAndView owner(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    Asset asset = reading.writable(viewer, id);
    UUID unit = asset.facts().unit();
    if (!viewer.scope(AssetReading.WRITE).reaches(unit)) {
      throw new Forbidden(AssetReading.WRITE);
    }
    return choice("asset/owner", viewer, page.titled(page.t("asset.delegate")), asset)
        .addObject("people", choices.people(unit, asset.ownership().delegate()));
  }

  @Requires("asset.write")
  @GetMapping("/{tenant}/assets/{id}/carriers")
  ModelAndView carrier(Viewer viewer, @ModelAttribute("page") Page page, @PathVariable UUID id) {
    Asset asset = reading.writable(viewer, id);
    return choice("asset/addcarrier", viewer, page.titled(page.t("asset.carriers.add")), asset)
        .addObject("carriers", choices.carriers(links.carriers(id)));
  }

  private static ModelAndView choice(String template, Viewer viewer, Page page, Asset asset) {
    String base = AssetPages.base(viewer);
    String home = base + "/assets/" + asset.id();
    var way =
        List.of(
            new Crumb(page.t("asset.list.title"), base + "/assets"), new Crumb(asset.name(), home));
    return new ModelAndView(template)
        .addObject("page", page.under(way))
        .addObject("asset", asset)
        .addObject("base", base)
        .addObject("home", home);
  }
}
