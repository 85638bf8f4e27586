package se.tillit.web;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;

/// How things stand, as a page of the gallery.
final class GallerySituation {

  private final Gallery gallery;
  private final Words words;

  GallerySituation(Gallery gallery, Words words) {
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

  private String layout(Page page, Content content) {
    return gallery.render("web/layout.jte", "page", page, "content", content);
  }

  private Content part(String name, Object... parameters) {
    return gallery.part(name, parameters);
  }
}
