package se.tillit.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Page;

/// The search page: one field, hits by relevance, cut by kind.
@Controller
class SearchController {

  private static final int SHOWN = 50;

  private final SearchDesk desk;

  SearchController(SearchDesk desk) {
    this.desk = desk;
  }

  @Requires(SearchPermissions.USE)
  @GetMapping("/{tenant}/search")
  String list(
      Viewer viewer,
      @RequestParam(name = "q", defaultValue = "") String asked,
      @RequestParam(name = "kind", required = false) @Nullable String kind,
      @ModelAttribute("page") Page page,
      Model model) {
    String base = "/" + viewer.seat().tenantKey();
    var kinds = new ArrayList<KindLink>();
    String query = "?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    kinds.add(new KindLink("search.kind.all", base + "/search" + query, kind == null));
    for (SearchSource source : desk.kindsFor(viewer)) {
      kinds.add(
          new KindLink(
              source.labelKey(),
              base + "/search" + query + "&kind=" + source.kind(),
              source.kind().equals(kind)));
    }
    model.addAttribute("page", page.titled(page.t("search.title")));
    model.addAttribute("asked", asked);
    model.addAttribute("base", base);
    model.addAttribute("kinds", kinds);
    model.addAttribute("hits", desk.find(viewer, asked, kind, SHOWN));
    return "search/list";
  }
}
