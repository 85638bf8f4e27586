package se.tillit.exchange.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Documents to test with.
final class Documents {

  static final Instant FROZEN = Instant.parse("2026-11-21T09:30:00Z");

  static final String DRAWING =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 90" width="400" height="90">
      <rect x="0" y="10" width="300" height="24" fill="#1f5c4a"/>
      <text x="4" y="60" font-family="'Source Sans 3'" font-size="14" fill="#23302b">Åtta av tio förvaltningar</text>
      </svg>
      """;

  private Documents() {}

  static Document aDocument(Block... blocks) {
    return aDocument(Locale.forLanguageTag("sv-SE"), List.of(blocks));
  }

  static Document aDocument(Locale language, List<Block> blocks) {
    return new Document(
        "Tjänsteskrivelse",
        "Uppföljning av informationssäkerheten 2026",
        "Socialnämnden",
        language,
        new Provenance(
            "Kommunstyrelseförvaltningen", "Årlig uppföljning", List.of("policy", "SN"), FROZEN),
        new Margins(
            "Kommunen – \"kansliet\"",
            "SN 2026/114",
            "Uppföljning av informationssäkerheten 2026",
            "Sida"),
        blocks);
  }

  static Document everyBlock() {
    return aDocument(
        new Facts(
            List.of(
                new Facts.Fact("Datum", "2026-11-21"),
                new Facts.Fact("Diarienummer", "SN 2026/114"),
                new Facts.Fact("Till", "Socialnämnden"))),
        new Heading(1, "Förslag till beslut"),
        Paragraph.of("Socialnämnden föreslås besluta"),
        Listing.numbered(
            List.of(
                "att godkänna rapporten,",
                "att ge förvaltningen i uppdrag att åtgärda bristerna.")),
        new Heading(1, "Sammanfattning"),
        Paragraph.of(
            Paragraph.Kind.LEAD,
            "12 av 14 enheter har ett aktuellt register, två fler än förra året."),
        new Paragraph(
            Paragraph.Kind.BODY,
            List.of(
                Span.of("Av kraven "),
                Span.strong("hålls nio"),
                Span.of(", och "),
                Span.stressed("tre"),
                Span.of(" hotas."))),
        new KeyFigures(
            List.of(
                new KeyFigures.KeyFigure(
                    "86 %", "enheter med register", "71 % förra året", Tone.GOOD),
                new KeyFigures.KeyFigure("64 %", "klassade tillgångar", "", Tone.CAUTION),
                new KeyFigures.KeyFigure("2", "utan ägare", "0 förra året", Tone.BAD))),
        new Heading(2, "Krav i policyn"),
        Paragraph.of(
            Paragraph.Kind.QUOTE, "Varje nämnd ska hålla ett register över sin information."),
        new Table(
            "Krav och hur de hålls",
            List.of(
                Table.Column.text("Krav", 5),
                Table.Column.text("Läge", 2),
                Table.Column.figure("Andel", 1)),
            List.of(
                new Table.Row(
                    List.of(
                        Table.Cell.of("Register förs"),
                        new Table.Cell("hålls", Tone.GOOD),
                        Table.Cell.of("86 %")),
                    false),
                new Table.Row(
                    List.of(
                        Table.Cell.of("Tillgångar klassas"),
                        new Table.Cell("hotas", Tone.CAUTION),
                        Table.Cell.of("64 %")),
                    false),
                new Table.Row(
                    List.of(
                        Table.Cell.of("Ägare finns"),
                        new Table.Cell("hålls inte", Tone.BAD),
                        Table.Cell.of("40 %")),
                    false),
                new Table.Row(
                    List.of(
                        Table.Cell.of("Övning hålls"),
                        new Table.Cell("mäts inte", Tone.UNKNOWN),
                        Table.Cell.of("–")),
                    false),
                Table.Row.sum("Alla krav", "", "63 %"))),
        new Heading(3, "Bild"),
        new Figure(
            DRAWING,
            "Stapel som visar att åtta av tio förvaltningar har ett register",
            "Figur 1. Register per förvaltning"),
        Listing.bulleted(List.of("Socialkontoret", "Barn- och utbildningsförvaltningen")),
        Paragraph.of(Paragraph.Kind.NOTE, "Siffrorna är frysta den 21 november 2026."),
        new PageBreak(),
        new Heading(1, "Bilaga"),
        Paragraph.of("Första raden\nandra raden"));
  }

  static Table aTableOf(int rows) {
    List<Table.Row> all = new ArrayList<>();
    IntStream.rangeClosed(1, rows)
        .forEach(row ->
            all.add(Table.Row.of("Tillgång " + row, "Socialkontoret", Integer.toString(row))));
    return new Table(
        "Alla tillgångar",
        List.of(
            Table.Column.text("Namn", 3),
            Table.Column.text("Enhet", 3),
            Table.Column.figure("Nummer", 1)),
        all);
  }
}
