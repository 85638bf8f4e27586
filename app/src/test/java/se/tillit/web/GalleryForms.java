package se.tillit.web;

import gg.jte.Content;
import java.util.List;

/// Forms, reading text and messages of the gallery.
final class GalleryForms {

  private final Gallery gallery;
  private final Words words;

  GalleryForms(Gallery gallery, Words words) {
    this.gallery = gallery;
    this.words = words;
  }

  Content form() {
    Problems problems =
        new Problems(
            List.of(
                new FieldProblem("name", "Skriv vad informationen kallas"),
                new FieldProblem("form", "Välj minst en form"),
                new FieldProblem("until", "Dagen har redan varit. Välj en dag efter 2026-11-21")));
    Content fields =
        gallery.html(
            part(
                "field",
                "name",
                "name",
                "label",
                "Namn",
                "hint",
                "Så som ni säger till vardags, till exempel Elevhälsans journaler.",
                "problems",
                problems),
            part(
                "textarea",
                "name",
                "description",
                "label",
                "Beskrivning",
                "value",
                "Journaler som förs av skolläkare och skolsköterskor.",
                "optional",
                true,
                "rows",
                3),
            part(
                "select",
                "name",
                "unit",
                "label",
                "Enhet",
                "options",
                List.of(Option.of("1", "Elevhälsan"), Option.of("2", "Äldreomsorg Norr")),
                "empty",
                "Välj enhet",
                "width",
                "short"),
            part(
                "checkboxes",
                "name",
                "form",
                "label",
                "I vilken form finns informationen?",
                "problems",
                problems,
                "options",
                List.of(
                    Option.of("digital", "Digital"),
                    Option.of("paper", "Papper"),
                    Option.of("image", "Bild, ljud eller film"),
                    Option.of("oral", "Muntlig").with("Sådant som sägs på möten och i telefon."))),
            part(
                "radios",
                "name",
                "personal",
                "label",
                "Innehåller den personuppgifter?",
                "inline",
                true,
                "options",
                List.of(
                    Option.of("none", "Nej"),
                    Option.of("plain", "Ja", true),
                    Option.of("sensitive", "Ja, känsliga"))),
            part(
                "field",
                "name",
                "until",
                "label",
                "Gäller till",
                "type",
                "date",
                "value",
                "2026-10-01",
                "problems",
                problems),
            part(
                "field",
                "name",
                "volume",
                "label",
                "Antal handlingar",
                "type",
                "number",
                "inputmode",
                "numeric",
                "width",
                "number",
                "optional",
                true),
            part(
                "file",
                "name",
                "attachment",
                "label",
                "Bilaga",
                "accept",
                ".docx,.pdf",
                "hint",
                "DOCX eller PDF, högst 20 MB.",
                "optional",
                true),
            part(
                "checkbox",
                "name",
                "confirmed",
                "label",
                "Uppgifterna är granskade av informationsägaren",
                "chosen",
                true));
    return gallery.html(
        part("heading", "title", "Registrera informationstillgång"),
        part(
            "steps",
            "label",
            "Steg",
            "steps",
            List.of(
                new Step("Uppgifter", Step.Progress.DONE, "#"),
                new Step("Form och innehåll", Step.Progress.CURRENT, null),
                new Step("Bärare", Step.Progress.AHEAD, null),
                new Step("Granska", Step.Progress.AHEAD, null))),
        part(
            "form",
            "csrf",
            GalleryTenant.csrf(),
            "action",
            "#",
            "fields",
            fields,
            "submit",
            "Spara och fortsätt",
            "cancel",
            "register.html",
            "problems",
            problems));
  }

  Content reading() {
    return gallery.html(
        part(
            "heading",
            "title",
            "Informationssäkerhetspolicy",
            "badges",
            gallery.html(
                part("tag", "label", "Gäller", "color", "success"),
                part("tag", "label", "Kommunfullmäktige"))),
        "<div class=\"prose\"><h2>3 Ansvar</h2><p>Kommunstyrelsen ansvarar för att informationssäkerhetsarbetet leds, samordnas och följs upp i hela kommunkoncernen.</p>",
        clause(
            "3.1",
            "Varje nämnd ska ha ett aktuellt register över sina informationstillgångar.",
            State.AT_RISK,
            12,
            14),
        clause(
            "3.2",
            "Informationstillgångar ska klassas utifrån konfidentialitet, riktighet och tillgänglighet. Klassningen ska omprövas vartannat år.",
            State.NOT_KEPT,
            188,
            402),
        "<p>Med informationsägare avses chefen för den enhet där informationen skapas eller tas emot.</p>",
        clause(
            "3.3",
            "Kommunstyrelsen ska årligen rapportera till kommunfullmäktige hur arbetet fortskrider.",
            State.KEPT,
            1,
            1),
        clause(
            "3.4",
            "Förtroendevalda ska ha genomgått grundutbildning i informationssäkerhet under mandatperiodens första år.",
            State.NOT_MEASURED,
            0,
            0),
        "</div>");
  }

  private Content clause(String number, String text, State state, long met, long total) {
    return gallery.html(
        "<div class=\"clause\"><p><span class=\"clause-number\">"
            + number
            + "</span> "
            + text
            + "</p><div class=\"clause-state\">",
        part("state", "state", state),
        total == 0 ? "" : part("meter", "met", met, "total", total, "state", state),
        "</div></div>");
  }

  Content overlays() {
    Content dialog =
        part(
            "dialog",
            "id",
            "lapse",
            "title",
            "Upphäv riktlinjen",
            "content",
            part(
                "confirm",
                "csrf",
                GalleryTenant.csrf(),
                "action",
                "#",
                "name",
                "KS 2025/114",
                "label",
                "Upphäv riktlinjen",
                "consequence",
                gallery.html(
                    "<p>Riktlinjen slutar gälla i dag. De 14 krav som den ställer följs inte längre upp.</p>")));
    return gallery.html(
        part("heading", "title", "Meddelanden och dialoger"),
        "<div class=\"stack\">",
        part(
            "alert",
            "tone",
            Tone.INFO,
            "content",
            gallery.html(
                "<p>Rapporten är fryst per 2026-10-31. Senare ändringar syns inte i den.</p>")),
        part(
            "alert",
            "tone",
            Tone.SUCCESS,
            "content",
            gallery.html("<p>Klassningen är fastställd.</p>")),
        part(
            "alert",
            "tone",
            Tone.WARNING,
            "title",
            "Mandatperioden är slut",
            "content",
            gallery.html("<p>Policyn ska tas upp på nytt senast 2027-12-31.</p>")),
        part(
            "alert",
            "tone",
            Tone.DANGER,
            "title",
            "72 timmar har gått",
            "content",
            gallery.html(
                "<p>Anmälan till Integritetsskyddsmyndigheten är försenad. <a href=\"#\">Skriv varför</a>.</p>")),
        "</div><div class=\"halves\">",
        part(
            "card",
            "title",
            "Inläsning",
            "content",
            part(
                "progress",
                "id",
                "people",
                "label",
                "Personer från lönesystemet",
                "done",
                61204L,
                "total",
                100000L,
                "refresh",
                "#")),
        part(
            "card",
            "title",
            "Rapporter",
            "content",
            part("progress", "id", "reports", "label", "Räknar", "done", 0L, "total", 0L)),
        "</div><div class=\"actions\">",
        part("button", "label", "Fastställ klassningen", "icon", Icon.CHECK),
        part("button", "label", "Spara utkast", "variant", "secondary"),
        part("button", "label", "Avbryt", "variant", "tertiary"),
        part(
            "opener",
            "dialog",
            "lapse",
            "href",
            "#",
            "label",
            "Upphäv riktlinjen",
            "color",
            "danger",
            "icon",
            Icon.REMOVE),
        "</div>",
        "<p class=\"badges\">",
        part("state", "state", State.KEPT),
        part("state", "state", State.AT_RISK),
        part("state", "state", State.NOT_KEPT),
        part("state", "state", State.NOT_MEASURED),
        "</p><p class=\"icons\">",
        icons(),
        "</p>",
        dialog);
  }

  private Content icons() {
    return output -> {
      for (Icon icon : Icon.values()) {
        part("icon", "icon", icon).writeTo(output);
      }
    };
  }

  Content signIn() {
    Content fields =
        gallery.html(
            part(
                "field",
                "name",
                "username",
                "label",
                "E-post",
                "type",
                "email",
                "autocomplete",
                "username"),
            part(
                "field",
                "name",
                "password",
                "label",
                "Lösenord",
                "type",
                "password",
                "autocomplete",
                "current-password"));
    return gallery.html(
        part("heading", "title", "Logga in"),
        part(
            "form",
            "csrf",
            GalleryTenant.csrf(),
            "action",
            "#",
            "fields",
            fields,
            "submit",
            "Logga in",
            "draft",
            false),
        "<p><a href=\"#\">Få en inloggningslänk med e-post</a></p>");
  }

  private Content part(String name, Object... parameters) {
    return gallery.part(name, parameters);
  }
}
