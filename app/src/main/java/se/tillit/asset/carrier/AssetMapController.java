package se.tillit.asset.carrier;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Crumb;
import se.tillit.web.Page;

/// The picture of who has information on what (K-4.1.4a), with its table.
@Controller
class AssetMapController {

  private final AssetMap map;

  AssetMapController(AssetMap map) {
    this.map = map;
  }

  @Requires("asset.read")
  @GetMapping("/{tenant}/assets/map")
  String show(Viewer viewer, @ModelAttribute("page") Page page, Model model) {
    String base = CarrierPages.base(viewer);
    var ties = map.ties(viewer);
    var currents = map.currents();
    var crumb = new Crumb(page.t("asset.list.title"), base + "/assets");
    model.addAttribute("page", page.titled(page.t("asset.map.title")).under(crumb));
    model.addAttribute("base", base);
    model.addAttribute("ties", ties);
    model.addAttribute("currents", currents);
    model.addAttribute("drawing", MapDrawing.of(ties, currents));
    return "asset/map";
  }
}
