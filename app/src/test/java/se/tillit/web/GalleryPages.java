package se.tillit.web;

import gg.jte.Content;
import java.util.List;

/// The gallery's pages: one for each pattern that Tillit's pages follow.
final class GalleryPages {

  private final Gallery gallery;
  private final Words words;

  GalleryPages(Gallery gallery, Words words) {
    this.gallery = gallery;
    this.words = words;
  }

  String situation() {
    return new GallerySituation(gallery, words).situation();
  }

  String register() {
    return new GalleryRegister(gallery, words).register();
  }

  String record() {
    return new GalleryRecord(gallery, words).record();
  }

  String form() {
    return layout(
        GalleryTenant.page(words, "Registrera informationstillgång", "register")
            .under(new Crumb("Informationstillgångar", "register.html")),
        new GalleryForms(gallery, words).form());
  }

  String reading() {
    Page page = GalleryTenant.page(words, "Informationssäkerhetspolicy", "reading");
    return gallery.render(
        "web/layout.jte",
        "page",
        page,
        "content",
        new GalleryForms(gallery, words).reading(),
        "aside",
        contents(),
        "reading",
        true);
  }

  private Content contents() {
    return gallery.html(
        "<nav aria-label=\"Innehåll\"><h2>Innehåll</h2><ol><li><a href=\"#\">Syfte</a></li><li><a href=\"#\">Omfattning</a></li>",
        "<li><a href=\"#\">Ansvar</a></li><li><a href=\"#\">Uppföljning</a></li></ol></nav>",
        part(
            "facts",
            "facts",
            List.of(
                Fact.of("Antagen", "2025-06-16, § 84"),
                Fact.of("Gäller från", "2025-07-01"),
                Fact.of("Ses över senast", "2027-12-31"))));
  }

  String empty() {
    Page page = GalleryTenant.page(words, "Leverantörer", "suppliers");
    return layout(
        page,
        gallery.html(
            part("heading", "title", page.title(), "count", 0L),
            part(
                "empty",
                "icon",
                Icon.SUPPLIER,
                "title",
                "Här samlas de som hanterar er information",
                "why",
                "När leverantörerna finns här ser du vilka avtal som går ut, vem som saknar personuppgiftsbiträdesavtal och vilka verksamheter som drabbas om en av dem stannar.",
                "how",
                "Börja med de fem som är svårast att vara utan.",
                "actions",
                gallery.html(
                    part(
                        "link",
                        "href",
                        "#",
                        "label",
                        "Lägg till leverantör",
                        "icon",
                        Icon.ADD,
                        "variant",
                        "primary"),
                    part(
                        "link",
                        "href",
                        "#",
                        "label",
                        "Läs in från kalkylark",
                        "icon",
                        Icon.UPLOAD)))));
  }

  String overlays() {
    return layout(
        GalleryTenant.page(words, "Meddelanden och dialoger", "actions"),
        new GalleryForms(gallery, words).overlays());
  }

  String bare() {
    return gallery.render(
        "web/bare.jte",
        "title",
        "Logga in",
        "installation",
        new Installation("gallery", true, GalleryTenant.csrf()),
        "content",
        new GalleryForms(gallery, words).signIn());
  }

  private String layout(Page page, Content content) {
    return gallery.render("web/layout.jte", "page", page, "content", content);
  }

  private Content part(String name, Object... parameters) {
    return gallery.part(name, parameters);
  }
}
