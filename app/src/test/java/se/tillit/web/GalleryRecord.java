package se.tillit.web;

import gg.jte.Content;
import java.util.List;

/// One record with its groups of facts, as a page of the gallery.
final class GalleryRecord {

  private final Gallery gallery;
  private final Words words;

  GalleryRecord(Gallery gallery, Words words) {
    this.gallery = gallery;
    this.words = words;
  }

  String record() {
    Page page =
        GalleryTenant.page(words, "Elevhälsans journaler", "register")
            .under(
                new Crumb("Älvdalsbygdens kommun", "#"),
                new Crumb("Barn- och utbildningsförvaltningen", "#"),
                new Crumb("Elevhälsan", "#"));
    Content heading =
        part(
            "heading",
            "title",
            page.title(),
            "badges",
            gallery.html(
                part("state", "state", State.AT_RISK),
                part("tag", "label", "Sekretess 25 kap. 1 § OSL", "icon", Icon.SECRET),
                part("tag", "label", "Känsliga personuppgifter")),
            "actions",
            part("link", "href", "#", "label", "Ändra", "icon", Icon.EDIT));
    Content asked =
        part(
            "card",
            "title",
            "Bekräfta att uppgifterna stämmer",
            "tone",
            "asked",
            "content",
            gallery.html(
                "<p>Du äger den här informationen och bekräftar den en gång om året. Senast 2026-12-03.</p>",
                "<div class=\"actions\">",
                part("button", "label", "Bekräfta uppgifterna", "icon", Icon.CHECK),
                part("link", "href", "#", "label", "Något stämmer inte", "variant", "tertiary"),
                "</div>"));
    Content facts =
        part(
            "card",
            "title",
            "Uppgifter",
            "actions",
            part("link", "href", "#", "label", "Ändra", "variant", "tertiary"),
            "content",
            part(
                "facts",
                "facts",
                List.of(
                    Fact.of("Form", "Digital, papper"),
                    Fact.link("Ägare", "Åsa Lindqvist, enhetschef", "#"),
                    Fact.of("Personuppgifter", "Känsliga (artikel 9)"),
                    Fact.of("Plats i informationshanteringsplanen", null),
                    Fact.of("Behövs i kris", "Inom fyra timmar"),
                    Fact.of("Senast bekräftad", "2025-12-03"))));
    Content tabs =
        part(
            "tabs",
            "label",
            "Delar av posten",
            "tabs",
            List.of(
                Tab.of("Översikt", "#", true),
                new Tab("Klassningar", "#", false, 3),
                new Tab("Bärare", "#", false, 4),
                new Tab("Åtgärder", "#", false, 1),
                Tab.of("Spår", "#", false)));
    Content side =
        gallery.html(
            "<div class=\"stack\"><h2>Händelser</h2>",
            part(
                "timeline",
                "events",
                List.of(
                    new Event(
                        "2026-11-03 08:12", "2026-11-03T08:12", "Påminnelse skickad", null, null),
                    new Event(
                        "2026-05-14 15:40",
                        "2026-05-14T15:40",
                        "Bäraren Prorenata lades till",
                        "Åsa Lindqvist",
                        "#"),
                    new Event(
                        "2025-12-03 09:05",
                        "2025-12-03T09:05",
                        "Uppgifterna bekräftades",
                        "Åsa Lindqvist",
                        null))),
            "<p>",
            part(
                "panellink", "href", "situation.html", "label", "Så räknas posten i efterlevnaden"),
            "</p></div>");
    return layout(
        page,
        gallery.html(
            heading,
            asked,
            tabs,
            "<div class=\"split\"><div class=\"stack\">",
            facts,
            levels(),
            "</div>",
            side,
            "</div>"));
  }

  private Content levels() {
    return part(
        "card",
        "title",
        "Klassning",
        "content",
        gallery.html(
            "<p>Gäller till 2027-04-30. Beslutad av Åsa Lindqvist 2025-04-30.</p><dl class=\"facts\"><div><dt>Konfidentialitet</dt><dd>",
            part("level", "level", 3, "of", 4, "label", "Allvarlig"),
            "</dd></div><div><dt>Riktighet</dt><dd>",
            part("level", "level", 2, "of", 4, "label", "Betydande"),
            "</dd></div><div><dt>Tillgänglighet</dt><dd>",
            part("level", "level", 1, "of", 4, "label", "Måttlig"),
            "</dd></div></dl>"));
  }

  private String layout(Page page, Content content) {
    return gallery.render("web/layout.jte", "page", page, "content", content);
  }

  private Content part(String name, Object... parameters) {
    return gallery.part(name, parameters);
  }
}
