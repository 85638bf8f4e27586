package se.tillit.web;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The gallery's pages: one for each pattern that Tillit's pages follow.
final class GalleryPages {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final Gallery gallery;
  private final Words words;

  GalleryPages(Gallery gallery, Words words) {
    this.gallery = gallery;
    this.words = words;
  }

  String situation() {
    Page page = GalleryTenant.page(words, "Efterlevnad", "situation");
    Content heading =
        part(
            "heading",
            "title",
            "Så hålls informationssäkerhetspolicyn",
            "lead",
            "Antagen av kommunfullmäktige 2025-06-16, § 84. Siffrorna gäller i dag.",
            "actions",
            gallery.html(
                part("link", "href", "#", "label", "Skriv ut", "icon", Icon.PRINT),
                part(
                    "link",
                    "href",
                    "#",
                    "label",
                    "Skriv årsrapporten",
                    "icon",
                    Icon.REPORT,
                    "variant",
                    "primary")));
    Content asked =
        part(
            "card",
            "title",
            "Börja här",
            "tone",
            "asked",
            "content",
            gallery.html(
                "<p>Två krav har blivit sämre sedan mars. Båda väntar på samma chef.</p>",
                "<ul><li><a href=\"#\">Sex tillgångar i Äldreomsorg Norr saknar ägare</a></li>",
                "<li><a href=\"#\">Socialförvaltningens årliga bekräftelse är 12 dagar försenad</a></li></ul>"));
    Content figures =
        gallery.html(
            "<div class=\"cards\">",
            figure(
                "12 av 14 enheter har ett aktuellt register, två färre än i mars",
                12,
                14,
                State.AT_RISK),
            figure(
                "402 av 402 informationstillgångar har en ägare som arbetar kvar",
                402,
                402,
                State.KEPT),
            figure(
                "188 av 402 informationstillgångar är klassade och klassningen gäller",
                188,
                402,
                State.NOT_KEPT),
            figure("Utbildning av förtroendevalda mäts inte ännu", 0, 0, State.NOT_MEASURED),
            "</div>");
    return layout(
        page, gallery.html(heading, asked, "<h2>Kraven i korthet</h2>", figures, clauses()));
  }

  private Content figure(String sentence, long met, long total, State state) {
    return gallery.html(
        "<div class=\"card\">",
        part(
            "figure",
            "sentence",
            sentence,
            "met",
            met,
            "total",
            total,
            "state",
            state,
            "href",
            "#"),
        "</div>");
  }

  private Content clauses() {
    List<TableHead> heads =
        List.of(
            TableHead.text("Krav"),
            TableHead.text("Läge"),
            TableHead.text("Uppfyllt"),
            TableHead.text("Ansvarig"));
    String[][] rows = {
      {
        "4.1.2",
        "Varje nämnd ska ha ett aktuellt register över sina informationstillgångar",
        "AT_RISK",
        "12",
        "14",
        "Förvaltningschef"
      },
      {
        "4.1.4",
        "Informationstillgångar ska klassas och klassningen omprövas vartannat år",
        "NOT_KEPT",
        "188",
        "402",
        "Informationsägare"
      },
      {
        "4.2.1",
        "Incidenter som berör personuppgifter ska anmälas inom 72 timmar",
        "KEPT",
        "3",
        "3",
        "Dataskyddsombud"
      },
      {
        "5.3",
        "Förtroendevalda ska ha genomgått grundutbildning",
        "NOT_MEASURED",
        "0",
        "0",
        "Kommunstyrelsen"
      },
    };
    List<Object> html = new ArrayList<>();
    for (String[] row : rows) {
      State state = State.valueOf(row[2]);
      html.add(
          "<tr><th scope=\"row\"><a href=\"#\">"
              + row[0]
              + "</a> <span class=\"subtle\">"
              + row[1]
              + "</span></th><td data-label=\"Läge\">");
      html.add(part("state", "state", state));
      html.add("</td><td data-label=\"Uppfyllt\">");
      html.add(
          part(
              "meter", "met", Long.valueOf(row[3]), "total", Long.valueOf(row[4]), "state", state));
      html.add("</td><td data-label=\"Ansvarig\">" + row[5] + "</td></tr>");
    }
    return part(
        "table",
        "caption",
        "Krav i policyn och hur de hålls",
        "heads",
        heads,
        "rows",
        gallery.html(html.toArray()));
  }

  String register() {
    Page page =
        GalleryTenant.page(words, "Informationstillgångar", "register")
            .saying(
                Flash.undoable(
                    "Tre tillgångar bekräftades. Nästa bekräftelse är senast 2027-11-21.", "#"));
    Content heading =
        part(
            "heading",
            "title",
            page.title(),
            "count",
            12402L,
            "actions",
            gallery.html(
                part(
                    "link",
                    "href",
                    "#",
                    "label",
                    "Hämta",
                    "icon",
                    Icon.DOWNLOAD,
                    "variant",
                    "tertiary"),
                part(
                    "link",
                    "href",
                    "#",
                    "label",
                    "Läs in",
                    "icon",
                    Icon.UPLOAD,
                    "variant",
                    "tertiary"),
                part(
                    "link",
                    "href",
                    "#",
                    "label",
                    "Registrera tillgång",
                    "icon",
                    Icon.ADD,
                    "variant",
                    "primary")));
    Content fields =
        gallery.html(
            part(
                "field",
                "name",
                "q",
                "label",
                "Namn eller beskrivning",
                "type",
                "search",
                "optionalMark",
                false,
                "optional",
                true,
                "width",
                "wide"),
            part(
                "select",
                "name",
                "unit",
                "label",
                "Enhet",
                "options",
                List.of(Option.of("1", "Socialförvaltningen", true)),
                "empty",
                "Alla enheter",
                "optionalMark",
                false,
                "optional",
                true),
            part(
                "select",
                "name",
                "state",
                "label",
                "Klassning",
                "options",
                List.of(Option.of("valid", "Gäller")),
                "empty",
                "Alla",
                "optionalMark",
                false,
                "optional",
                true));
    Content filters =
        part(
            "filters",
            "action",
            "register.html",
            "target",
            "list",
            "fields",
            fields,
            "clear",
            "register.html");
    Content bulk =
        part(
            "bulk",
            "actions",
            gallery.html(
                part("button", "label", "Bekräfta", "icon", Icon.CHECK, "variant", "secondary"),
                part("button", "label", "Byt ägare", "variant", "secondary")));
    Content columns =
        part(
            "columns",
            "csrf",
            GalleryTenant.csrf(),
            "columns",
            new Columns(
                "#",
                "assets",
                "/register",
                List.of(
                    Option.of("owner", "Ägare", true),
                    Option.of("level", "Nivå", true),
                    Option.of("secrecy", "Sekretess"))));
    Content list =
        gallery.html(
            "<section id=\"list\"><form method=\"post\" action=\"#\">",
            assets(),
            bulk,
            "</form>",
            part("pager", "pager", new Pager(null, "#", "#", 8, 12402)),
            "</section>");
    return layout(
        page, gallery.html(heading, "<div class=\"tools\">", filters, columns, "</div>", list));
  }

  private Content assets() {
    List<TableHead> heads =
        List.of(
            TableHead.text("Namn").sortable("#", TableHead.Sort.ASCENDING),
            TableHead.text("Enhet").sortable("#", TableHead.Sort.NONE),
            TableHead.text("Ägare"),
            TableHead.text("Konfidentialitet"),
            TableHead.text("Bekräftas senast").sortable("#", TableHead.Sort.NONE),
            TableHead.number("Bärare"));
    String[][] rows = {
      {
        "Ansökningar om bostadsanpassningsbidrag",
        "Samhällsbyggnadsförvaltningen",
        "Börje Ölund",
        "1",
        "Måttlig",
        "2027-03-02",
        "2"
      },
      {"Elevhälsans journaler", "Elevhälsan", "Åsa Lindqvist", "3", "Allvarlig", "2026-12-03", "4"},
      {
        "Hotbildsbedömningar för förtroendevalda",
        "Kommunledningskontoret",
        "Pär Ängström",
        "3",
        "Allvarlig",
        "2026-11-09",
        "1"
      },
      {
        "Inspelningar från kommunfullmäktiges sammanträden",
        "Kommunledningskontoret",
        "Pär Ängström",
        "0",
        "Försumbar",
        "2027-05-20",
        "3"
      },
      {
        "Personakter inom individ- och familjeomsorgen, pappershandlingar i närarkivet plan 2",
        "Individ- och familjeomsorg Öst",
        "Maria Eriksdotter Håkansson",
        "3",
        "Allvarlig",
        "2027-01-15",
        "12"
      },
      {
        "Ritningar över vattenverk och ledningsnät",
        "VA-enheten",
        "",
        "2",
        "Betydande",
        "2026-11-30",
        "5"
      },
      {
        "Tidredovisning för timvikarier",
        "Äldreomsorg Norr",
        "Ülker Demir",
        "1",
        "Måttlig",
        "2027-09-01",
        "1 204"
      },
      {
        "Överförmyndarens akter",
        "Överförmyndarenheten",
        "Öjvind Zetterlund",
        "3",
        "Allvarlig",
        "2027-02-11",
        "3"
      },
    };
    List<Object> html = new ArrayList<>();
    for (String[] row : rows) {
      html.add("<tr>");
      html.add(part("tick", "value", row[0], "label", row[0]));
      html.add(
          "<th scope=\"row\"><a href=\"record.html\">"
              + row[0]
              + "</a></th><td data-label=\"Enhet\">"
              + row[1]
              + "</td>");
      html.add(
          "<td data-label=\"Ägare\">"
              + (row[2].isEmpty() ? "<span class=\"subtle\">Vakant</span>" : row[2])
              + "</td><td data-label=\"Konfidentialitet\">");
      html.add(part("level", "level", Integer.valueOf(row[3]), "of", 4, "label", row[4]));
      html.add("</td><td data-label=\"Bekräftas senast\">");
      html.add(part("due", "due", Due.of(LocalDate.parse(row[5]), TODAY)));
      html.add("</td><td class=\"number\" data-label=\"Bärare\">" + row[6] + "</td></tr>");
    }
    return part(
        "table",
        "caption",
        "Informationstillgångar",
        "heads",
        heads,
        "rows",
        gallery.html(html.toArray()),
        "selectable",
        true);
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
