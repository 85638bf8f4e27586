package se.tillit.web;

import java.util.List;

/// A municipality for the gallery: invented, and of the size and wordiness of a real one.
final class GalleryTenant {

  private GalleryTenant() {}

  static Page page(Words words, String title, String current) {
    TenantLink tenant = new TenantLink("alvdalsbygden", "Älvdalsbygdens kommun", "/");
    List<TenantLink> others =
        List.of(
            new TenantLink("norrasen", "Norråsens kommun", "/"),
            new TenantLink("raddning", "Räddningstjänstförbundet Mitt i Dalarna", "/"));
    return new Page(
        words,
        title,
        new Place("/" + current, tenant, others, List.of()),
        new Viewer(
            "Ylva Åström",
            words == Words.SWEDISH ? "Informationssäkerhetssamordnare" : "Coordinator",
            ColourScheme.AUTO,
            Density.COMFORTABLE,
            3),
        new Menu(groups(current), phone(current), links()),
        List.of(),
        new Installation("gallery", true, csrf()));
  }

  static Installation.Csrf csrf() {
    return new Installation.Csrf("_csrf", "token");
  }

  private static Menu.Links links() {
    return new Menu.Links("/", "/search", "/inbox", "/account", "/settings", "/sign-out");
  }

  private static List<NavGroup> groups(String current) {
    return List.of(
        new NavGroup(
            "web.nav.position",
            List.of(
                item("gallery.conformance", Icon.POSITION, "situation", current, 0),
                item("gallery.todo", Icon.TODO, "todo", current, 12),
                item("gallery.wheel", Icon.CALENDAR, "wheel", current, 0),
                item("gallery.reports", Icon.REPORT, "reports", current, 0))),
        new NavGroup(
            "web.nav.holdings",
            List.of(
                item("gallery.organisation", Icon.ORGANISATION, "organisation", current, 0),
                item("gallery.assets", Icon.ASSET, "register", current, 0),
                item("gallery.systems", Icon.SYSTEM, "systems", current, 0),
                item("gallery.suppliers", Icon.SUPPLIER, "suppliers", current, 0))),
        new NavGroup(
            "web.nav.duties",
            List.of(
                item("gallery.documents", Icon.DOCUMENT, "reading", current, 0),
                item("gallery.requirements", Icon.CLAUSE, "requirements", current, 0),
                item("gallery.laws", Icon.LAW, "laws", current, 0))),
        new NavGroup(
            "web.nav.events",
            List.of(
                item("gallery.incidents", Icon.INCIDENT, "incidents", current, 2),
                item("gallery.risks", Icon.RISK, "risks", current, 0),
                item("gallery.horizon", Icon.HORIZON, "horizon", current, 0),
                item("gallery.actions", Icon.ACTION, "actions", current, 0))),
        new NavGroup(
            "web.nav.people",
            List.of(
                item("gallery.training", Icon.TRAINING, "training", current, 0),
                item("gallery.access", Icon.ACCESS, "access", current, 0),
                item("gallery.cooperation", Icon.PEOPLE, "cooperation", current, 0))));
  }

  private static List<NavItem> phone(String current) {
    return List.of(
        item("web.nav.position", Icon.POSITION, "situation", current, 0),
        item("gallery.todo", Icon.TODO, "todo", current, 12),
        item("gallery.report", Icon.INCIDENT, "incidents", current, 0),
        item("gallery.search", Icon.SEARCH, "search", current, 0));
  }

  private static NavItem item(String key, Icon icon, String path, String current, int badge) {
    return new NavItem(key, icon, path + ".html", path.equals(current), badge);
  }
}
