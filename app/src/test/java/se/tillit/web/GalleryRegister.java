package se.tillit.web;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A register with its filters, rows and choices, as a page of the gallery.
final class GalleryRegister {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private final Gallery gallery;
  private final Words words;

  GalleryRegister(Gallery gallery, Words words) {
    this.gallery = gallery;
    this.words = words;
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

  private String layout(Page page, Content content) {
    return gallery.render("web/layout.jte", "page", page, "content", content);
  }

  private Content part(String name, Object... parameters) {
    return gallery.part(name, parameters);
  }
}
