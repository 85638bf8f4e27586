package se.tillit.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import se.tillit.web.State;
import se.tillit.web.Words;
import se.tillit.web.chart.ConformanceIcicle.Part;

class ChartTest {

  static Stream<Drawing> everyChart() {
    return Words.all().stream()
        .flatMap(words ->
            Stream.of(
                Charts.aTrend(52, 55, -1, 60, 86).large(words),
                Charts.aTrend(52, 55, -1, 60, 86).small(words),
                Charts.aTrend(-1, -1).large(words),
                Charts.aTrend(100).small(words),
                Charts.aComparison().draw(words),
                Charts.someCounts().draw(words),
                Charts.anIcicle().draw(words),
                Charts.aLargeIcicle().draw(words),
                Charts.aWheel(0).draw(words),
                Charts.aWheel(40).draw(words),
                Charts.lanes().draw(words),
                Charts.aPlan().wide(words),
                Charts.aPlan().narrow(words)));
  }

  @Test
  void breaksALongNameInsteadOfCuttingIt() {
    String name =
        "Styrdokument och informationssäkerhetsansvarsfördelningsöversikter med giltig ägare i"
            + " varje förvaltning, bolag och gemensam nämnd";
    var share = new Share(50, 100);
    var chart =
        new ComparisonBars(
            "Mått", "2026", "2025", List.of(new ComparisonBars.Row(name, share, share)));
    String svg = chart.draw(Words.SWEDISH).svg();
    assertThat(svg).doesNotContain("…").contains("nämnd<");
  }

  @ParameterizedTest
  @MethodSource("everyChart")
  void saysWhatItShowsToThoseWhoDoNotSeeIt(Drawing drawing) throws Exception {
    Element svg = parsed(drawing.svg());

    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("aria-label")).isEqualTo(drawing.alternative()).isNotBlank();
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(drawing.title());
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
        .isEqualTo(drawing.description());
    assertThat(drawing.figures().rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).hasSameSizeAs(drawing.figures().heads()));
  }

  @ParameterizedTest
  @MethodSource("everyChart")
  void needsNoStyleSheetOnPaperAndNoScriptAnywhere(Drawing drawing) throws Exception {
    for (Element element : elements(parsed(drawing.svg()))) {
      assertThat(element.getTagName())
          .isNotIn("style", "script", "a", "image", "use", "foreignObject");
      assertThat(element.hasAttribute("style")).isFalse();
      if (List.of("rect", "circle", "path", "text").contains(element.getTagName())) {
        assertThat(element.hasAttribute("fill")).as(element.getTagName()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyChart")
  void staysInsideItsFrame(Drawing drawing) throws Exception {
    Element svg = parsed(drawing.svg());
    double width = Double.parseDouble(svg.getAttribute("width"));
    double height = Double.parseDouble(svg.getAttribute("height"));

    for (Element text : elements(svg)) {
      if (text.getTagName().equals("text")) {
        double x = Double.parseDouble(text.getAttribute("x"));
        double y = Double.parseDouble(text.getAttribute("y"));
        double size =
            text.hasAttribute("font-size")
                ? Double.parseDouble(text.getAttribute("font-size"))
                : Svg.TEXT;
        double length =
            Lettering.width(text.getTextContent(), size, text.hasAttribute("font-weight"));
        double share =
            switch (text.getAttribute("text-anchor")) {
              case "end" -> 1;
              case "middle" -> 0.5;
              default -> 0;
            };
        assertThat(x - share * length).as(text.getTextContent()).isGreaterThanOrEqualTo(-1);
        assertThat(x + (1 - share) * length)
            .as(text.getTextContent())
            .isLessThanOrEqualTo(width + 1);
        assertThat(y).isBetween(0.0, height);
      }
    }
  }

  @Test
  void tellsWhatAPlanWaitsFor() {
    Drawing plan = Charts.aPlan().wide(Words.SWEDISH);

    assertThat(plan.description())
        .isEqualTo("4 åtgärder i tid. 1 är försenade. 2 väntar på en annan.");
    assertThat(plan.figures().rows().get(2)).endsWith("Klassa om e-arkivet; Bekräfta registret");
  }

  @Test
  void survivesAnySignInAName() throws Exception {
    Part whole =
        Part.unit("A <b> & \"c\" \u0000 \ud83d\ude00 \ud800 ]]>", State.KEPT, new Share(1, 2));

    Drawing drawing = new ConformanceIcicle("<i>Titel</i> & \"mer\"", whole).draw(Words.SWEDISH);

    assertThat(parsed(drawing.svg()).getTextContent())
        .contains("<i>Titel</i> & \"mer\"")
        .contains("A <b> & \"c\"");
  }

  @Test
  void showsAMonthWithoutMeasurementAsAGap() {
    assertThat(Charts.aTrend(50, -1, 70).large(Words.SWEDISH).svg())
        .contains("stroke-linecap=\"round\" d=\"M70 117h0.01M614 76.6h0.01\"");
    assertThat(Charts.aTrend(50, -1, 70).large(Words.SWEDISH).figures().rows().get(1))
        .contains("mäts inte");
  }

  @Test
  void tellsHowFarATrendHasCome() {
    assertThat(Charts.aTrend(52, 60, 86).large(Words.SWEDISH).alternative())
        .isEqualTo(
            "Enheter med aktuellt register. Från 52\u00a0% i september 2026 till 86\u00a0% i november 2026. Målet är 90 %.");
  }

  @Test
  void comparesOnlyWhatWasMeasuredBothYears() {
    Drawing drawing = Charts.aComparison().draw(Words.SWEDISH);

    assertThat(drawing.description())
        .isEqualTo("2 bättre, 1 sämre, 3 oförändrade och 2 som inte går att jämföra.");
    assertThat(drawing.figures().rows())
        .contains(List.of("Bostadsbolaget AB", "33\u00a0%", "–", "–"));
  }

  @Test
  void keepsWhatIsNotKeptInSightHoweverManyPartsThereAre() {
    Drawing drawing = Charts.aLargeIcicle().draw(Words.SWEDISH);

    assertThat(drawing.svg())
        .contains("Enhet 1:3 ")
        .contains("Enhet 9:3 ")
        .contains("Nämnd nummer 9")
        .contains("och 17 till");
    assertThat(drawing.figures().rows()).hasSize(1 + 9 + 180);
  }

  @Test
  void foldsWholeBodiesOnlyWhenThereIsNoOtherWay() {
    List<Part> bodies =
        IntStream.range(0, 30)
            .mapToObj(body ->
                new Part(
                    "Organ " + body,
                    State.KEPT,
                    new Share(9, 10),
                    List.of(
                        Part.unit("a", State.KEPT, new Share(1, 1)),
                        Part.unit("b", State.KEPT, new Share(1, 1)))))
            .toList();

    String svg =
        new ConformanceIcicle("Titel", new Part("Allt", State.KEPT, new Share(9, 10), bodies))
            .draw(Words.SWEDISH)
            .svg();

    assertThat(svg).contains("Organ 0").contains("Organ 29").contains("2 enheter");
  }

  @Test
  void leavesOtherYearsOutOfTheWheel() {
    AnnualWheel wheel =
        new AnnualWheel(
            "Årshjul",
            Year.of(2026),
            Charts.TODAY,
            List.of(
                new AnnualWheel.Item(LocalDate.of(2025, 12, 31), "förra året", false),
                new AnnualWheel.Item(LocalDate.of(2026, 1, 1), "i år", false)));

    assertThat(wheel.items()).extracting(AnnualWheel.Item::label).containsExactly("i år");
  }

  @Test
  void keepsMarksOfTheWheelApart() {
    WheelMarks marks = WheelMarks.of(List.of(0.0, 0.01, 0.02, 3.0, 6.27));

    for (int one = 0; one < 5; one++) {
      for (int other = 0; other < one; other++) {
        assertThat(Math.hypot(marks.x(one) - marks.x(other), marks.y(one) - marks.y(other)))
            .isGreaterThan(20);
      }
    }
  }

  @Test
  void drawsEachStateWithItsOwnShape() {
    assertThat(Stream.of(State.values()).map(ChartTest::shape).distinct()).hasSize(4);
  }

  private static String shape(State state) {
    Svg svg = new Svg(20, 20, "t", "d");
    StateShape.draw(svg, state, 10, 10, 10);
    return svg.end().replaceAll("#[0-9a-f]{6}|class=\"[a-z-]+\"", "");
  }

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static List<Element> elements(Element svg) {
    NodeList all = svg.getElementsByTagName("*");
    return IntStream.range(0, all.getLength())
        .mapToObj(all::item)
        .map(Element.class::cast)
        .toList();
  }
}
