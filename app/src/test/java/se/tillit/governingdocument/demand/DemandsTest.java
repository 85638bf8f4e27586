package se.tillit.governingdocument.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEMAND|SHALL|ska|Chefer ska gå utbildningen.",
        "DEMAND|SHALL|skall|Nya medarbetare skall ges en introduktion.",
        "DEMAND|SHALL|måste|Uppgifterna måste därför skyddas väl.",
        "DEMAND|SHOULD|bör|Medarbetare bör låsa skärmen.",
        "DEMAND|MUST_NOT|får inte|Medarbetare får inte dela lösenord.",
        "DEMAND|MUST_NOT|ska aldrig|Lösenord ska aldrig delas.",
        "DEMAND|MUST_NOT|får medarbetare inte|Utan beslut får medarbetare inte installera program.",
        "DEMAND|MUST_NOT|är inte tillåtet|Det är inte tillåtet att dela konton.",
        "DEMAND|SHALL|får|Uppgifter får endast lämnas till behöriga.",
        "DEMAND|SHALL|åligger|Det åligger varje nämnd att utse en kontakt.",
        "DEMAND|SHALL|ska|För att nå målen ska kommunen arbeta långsiktigt.",
        "DEMAND|SHALL|ska|Innan ett nytt system upphandlas ska informationen klassas.",
        "DEMAND|SHALL|ska|När det gäller behörigheter ska dessa vara personliga.",
        "DEMAND|SHALL|ska|Oavsett om informationen är muntlig eller digital ska den skyddas.",
        "DEMAND|SHALL|ska|Det innebär att alla medarbetare ska rapportera brister.",
        "DEMAND|SHALL|omfattar|Policyn omfattar all information i kommunen.",
        "DEMAND|SHALL|krav på|Dataskyddsförordningen ställer krav på hanteringen av personuppgifter.",
        "DEMAND|SHALL|rapporteras|Utfallet rapporteras årligen till nämnden.",
        "ROLE_DUTY|SHALL|ansvarar för|Chefer ansvarar för att medarbetare har rätt behörighet.",
        "ROLE_DUTY|SHALL|ansvara för|Dataskyddsombudet ansvara för att rapportera brister.",
        "ROLE_DUTY|SHALL|är ytterst ansvarig för|Kommunstyrelsen är ytterst ansvarig för arbetet.",
        "ROLE_DUTY|SHALL|har det högsta ansvaret för|Kommunstyrelsen har det högsta ansvaret för arbetet.",
        "ROLE_DUTY|SHALL|antar|Kommunfullmäktige antar policyn.",
        "ROLE_DUTY|SHALL|samordnar|Informationssäkerhetssamordnaren samordnar utbildningar.",
        "ROLE_DUTY|SHALL|följer|Säkerhetschefen följer årligen upp arbetet.",
        "ROLE_DUTY|SHALL|följer|Ansvaret för säkerheten följer verksamhetsansvaret.",
        "ROLE_DUTY|SHALL|är personuppgiftsansvarig för|Nämnd är personuppgiftsansvarig för sina register.",
        "ROLE_DUTY|SHALL|är chefens ansvar att|Det är chefens ansvar att nya medarbetare får utbildning.",
        "ROLE_DUTY|SHALL|antas|Policyn antas av kommunfullmäktige.",
        "PERMISSION|MAY|kan|Varje nämnd kan vid behov besluta om instruktioner.",
        "PERMISSION|MAY|kan|Särskilda skäl kan motivera fler rapporter.",
        "PERMISSION|MAY|får|Privat utrustning får användas efter beslut.",
        "DEFINITION|NONE|avses|Med information avses alla uppgifter.",
        "DEFINITION|NONE|är|Informationssäkerhet är de åtgärder som skyddar uppgifter.",
        "DEFINITION|NONE|är|Denna policy är det högsta dokumentet för säkerhet.",
        "DEFINITION|NONE|riktighet|att uppgifter är korrekta och fullständiga (riktighet)",
        "DEFINITION|NONE|Riktighet|Riktighet: att uppgifter går att lita på",
        "CONTEXT|NONE||Information är en förutsättning för att kommunen ska kunna bedriva verksamhet.",
        "CONTEXT|NONE||Här beskrivs hur arbetet ska bedrivas och vilka krav som ska uppfyllas.",
        "CONTEXT|NONE||Information kan vara muntlig eller skriftlig.",
        "CONTEXT|NONE||Kommunen kan drabbas av störningar.",
        "CONTEXT|NONE||Arbetet är en del av processen som ska bidra till ordning.",
        "CONTEXT|NONE||Arbetet stöds av flera myndigheter.",
        "CONTEXT|NONE||Informationen behöver skyddas efter behov."
      })
  void tellsTheKindOfASentence(Kind kind, Strength strength, String cue, String text) {
    Reading reading = Demands.of(text, "", "");
    assertThat(reading.kind()).isEqualTo(kind);
    assertThat(reading.strength()).isEqualTo(strength);
    assertThat(reading.cue()).isEqualTo(cue == null ? "" : cue);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "manager: Samtliga chefer, employee: medarbetare|Samtliga chefer och medarbetare ska utbildas.",
        "manager: Chefer|Chefer ansvarar för att medarbetare har rätt behörighet.",
        "municipality: Kommunen och dess bolag|Kommunen och dess bolag ska ha kunskap om sina tillgångar.",
        "municipality: Granby kommun|För att nå målen ska Granby kommun bevaka omvärlden.",
        "data-protection-officer: Granby kommuns Dataskyddsombud|Granby kommuns Dataskyddsombud ska granska nämnderna.",
        "operation: varje verksamhet|Huvudregeln i Granby kommun är att varje verksamhet är ansvarig för sin information.",
        "executive-board: kommunstyrelsen|Riktlinjerna ska fastställas av kommunstyrelsen.",
        "information-owner: informationsägaren|Ansvaret för klassning ligger på informationsägaren.",
        "manager: chefer|Det är också ett ansvar för chefer att verka för säkerheten.",
        "board: Varje nämnd, operation: varje verksamhet|Varje nämnd och varje verksamhet ansvarar för sin del.",
        "board: socialnämnden|Varje år ska socialnämnden granska loggarna.",
        "|Inom kommunen ska det finnas ett samarbete mellan olika kompetenser."
      })
  void namesWhoBearsTheDuty(String expected, String text) {
    assertThat(shown(Demands.of(text, "", ""), Topic.BEARER))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yearly: årligen|Uppföljning ska ske årligen.",
        "yearly: varje år|Samordnaren ska rapportera varje år.",
        "every-second-year: Vartannat år|Vartannat år ska en analys göras.",
        "half-yearly: halvårsvis|Ombudet ska rapportera halvårsvis.",
        "each-term: varje ny mandatperiod|Policyn ska revideras inför varje ny mandatperiod.",
        "when-needed: Vid behov|Vid behov ska analysen göras om.",
        "regularly: regelbundet|Kommunen ska regelbundet bevaka omvärlden.",
        "recurring: återkommande|Alla ska återkommande utbildas.",
        "continuously: ständiga förbättringar|Arbetet ska leda till ständiga förbättringar.",
        "quarterly: varje kvartal|Loggar ska granskas varje kvartal.",
        "|Loggar ska granskas."
      })
  void readsHowOften(String expected, String text) {
    assertThat(shown(Demands.of(text, "", ""), Topic.CADENCE))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "management-group: kommundirektörens ledningsgrupp, board: samtliga nämnder"
            + "|Samordnaren ska avrapportera arbetet till kommundirektörens ledningsgrupp och samtliga nämnder.",
        "board: varje respektive nämnd, management-group: kommundirektörens ledningsgrupp"
            + "|Ombudet ska rapportera brister till varje respektive nämnd och till kommundirektörens ledningsgrupp.",
        "executive-board: kommunstyrelsen|Uppföljningen redovisas årligen för kommunstyrelsen.",
        "board: samtliga nämndsmöten|Ombudet ska avrapportera vid samtliga nämndsmöten.",
        "authority: berörda myndigheter|Incidenter ska rapporteras till berörda myndigheter.",
        "|Nämnden ska se till att medarbetare utbildas."
      })
  void readsWhoGetsTheReport(String expected, String text) {
    assertThat(shown(Demands.of(text, "", ""), Topic.RECIPIENT))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "asset.register-maintained|Kommunen ska ha kunskap om informationstillgångarna.",
        "asset.living-owner|Varje verksamhet är ansvarig för den information som finns där.",
        "asset.confirmed|Förteckningen över systemen ska hållas aktuell.",
        "classification.valid|Nivån ska säkerställas genom informationssäkerhetsklassning.",
        "classification.carrier-settled|Krav ska ställas på säkerhet i system och tjänster.",
        "organisation.roles-filled|Kommunen ska ha relevanta roller för arbetet.",
        "organisation.roles-filled|Säkerhetschefen ansvarar för krisberedskap.",
        "organisation.controller-assigned|Nämnden är personuppgiftsansvarig för sina uppgifter.",
        "governingdocument.policy-valid|Säkerhetspolicyn ska revideras varje mandatperiod.",
        "governingdocument.owned-and-reviewed|Kommunstyrelsen antar bestämmelser som förtydligar policyn.",
        "followup.reports-delivered|Uppföljningen ska rapporteras till kommunstyrelsen.",
        "followup.clauses-bound|Alla ansvarar för att denna policy följs.",
        "improvement.findings-decided|Nämnden ska rapportera avvikelser.",
        "improvement.findings-decided|Särskilda skäl, exempelvis brister, kan motivera fler rapporter.",
        "improvement.actions-in-time|Kommunen ska åtgärda informationssäkerhetsbrister.",
        "improvement.actions-in-time|Ombudet ska rapportera förbättringsåtgärder.",
        "improvement.effect-checked|Ett arbetssätt för ständiga förbättringar ska tillämpas.",
        "improvement.review-held|Ledningssystemet ska uppfylla kraven enligt gällande standarder.",
        "audittrail.chain-verified|Uppgifter ska hanteras med spårbarhet.",
        "incident.triaged-in-time|Nämnden ska rapportera avvikelser.",
        "incident.closed-with-lessons|Nämnden ska åtgärda brister.",
        "incident.deadlines-kept|Incidenter ska rapporteras till berörda myndigheter.",
        "incident.exercise-held|Kommunen ska återkommande utbilda och öva alla anställda."
      })
  void proposesFiguresByTheWords(String indicator, String text) {
    assertThat(Demands.of(text, "", "").about(Topic.INDICATOR))
        .extracting(Finding::key)
        .contains(indicator);
  }

  @Test
  void proposesNoFigureForContext() {
    assertThat(Demands.of("Spårbarhet nämns i många sammanhang.", "", "").findings()).isEmpty();
  }

  @Test
  void knowsTheFiguresThatItMayPropose() {
    assertThat(IndicatorCues.indicators())
        .containsExactlyInAnyOrder(
            "asset.register-maintained",
            "asset.living-owner",
            "asset.confirmed",
            "classification.valid",
            "classification.carrier-settled",
            "organisation.roles-filled",
            "organisation.controller-assigned",
            "governingdocument.policy-valid",
            "governingdocument.owned-and-reviewed",
            "followup.reports-delivered",
            "followup.clauses-bound",
            "improvement.findings-decided",
            "improvement.actions-in-time",
            "improvement.effect-checked",
            "improvement.review-held",
            "audittrail.chain-verified",
            "incident.triaged-in-time",
            "incident.closed-with-lessons",
            "incident.deadlines-kept",
            "incident.exercise-held");
  }

  @Test
  void saysWhereTheWordsStand() {
    String text = "Varje år ska samtliga chefer gå utbildningen.";
    for (Finding finding : Demands.of(text, "", "").findings()) {
      assertThat(text.substring(finding.start())).startsWith(finding.words());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kommunen och dess bolag ska fastställa krav på system ^samt säkerställa att kraven uppfylls."
            + "|Kommunen och dess bolag ska",
        "Arbetet ska utgå från standarder ^och integreras i ledningssystemet.|Arbetet ska",
        "Nämnden ska följa upp arbetet genom att rapportera avvikelser, ^åtgärda brister ^och i förekommande fall"
            + " rapportera incidenter.|Nämnden ska följa upp arbetet genom att",
        "Systemet ska uppfylla kraven enligt standard ^och ett arbetssätt för förbättringar ska tillämpas.|''",
        "Arbetet omfattar alla tillgångar ^och ska genomsyra verksamheten.|Arbetet",
        "Kommunen ska utbilda och öva alla anställda för att stärka medvetandet och utveckla kulturen.|none",
        "Informationen ska skyddas samtidigt som medarbetarnas och brukarnas information skyddas.|none",
        "Chefer och medarbetare ska genomgå utbildning.|none"
      })
  void proposesWhereToSplit(String marked, String carried) {
    Reading reading = Demands.of(marked.replace("^", ""), "", "");
    StringBuilder shown = new StringBuilder(marked.replace("^", ""));
    for (int i = reading.splits().size() - 1; i >= 0; i--) {
      shown.insert(reading.splits().get(i).offset(), '^');
    }
    assertThat(shown).hasToString(marked);
    assertThat(reading.splits())
        .allSatisfy(split -> assertThat(split.carried()).isEqualTo(carried));
  }

  @Test
  void letsAListInheritTheSkaItGoesOnFrom() {
    Reading reading =
        Demands.of("Skydda invånarnas rättigheter", "Granby kommun ska arbeta för att:", "");
    assertThat(reading.kind()).isEqualTo(Kind.DEMAND);
    assertThat(reading.strength()).isEqualTo(Strength.SHALL);
    assertThat(reading.origin()).isEqualTo(Origin.LEAD_IN);
    assertThat(reading.cue()).isEqualTo("ska");
    assertThat(shown(reading, Topic.BEARER)).isEqualTo("municipality: Granby kommun");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DEMAND|SHALL|bevaka omvärlden|För att nå målen ska kommunen:",
        "DEMAND|SHALL|en utsedd samordnare|Kommunen ska ha:",
        "DEMAND|SHALL|att uppgifter klassas|För arbetet ska gälla att:",
        "DEMAND|MUST_NOT|dela lösenord|Medarbetare får inte:",
        "DEMAND|SHOULD|skriva ut i onödan|Medarbetare bör undvika att:",
        "ROLE_DUTY|SHALL|att systemet är klassat|Systemägaren ansvarar för:",
        "ROLE_DUTY|SHALL|antar riktlinjer|Kommunstyrelsen:",
        "ROLE_DUTY|SHALL|leda arbetet|Kommunstyrelsens uppgifter är att:",
        "CONTEXT|NONE|behörighetsstyrning|Kommunen ska ha rutiner för följande områden:",
        "CONTEXT|NONE|Verksamhetens krav|Utgångspunkter i arbetet är:"
      })
  void knowsALeadInFromASentenceThatIsWhole(
      Kind kind, Strength strength, String item, String leadIn) {
    Reading reading = Demands.of(item, leadIn, "");
    assertThat(reading.kind()).isEqualTo(kind);
    assertThat(reading.strength()).isEqualTo(strength);
  }

  @Test
  void takesTheRoleFromTheHeadingWhenTheSentenceNamesNobody() {
    Reading reading = Demands.of("Ansvarar för att arbetet följs upp.", "", "3.2 Kommunstyrelsen");
    assertThat(reading.kind()).isEqualTo(Kind.ROLE_DUTY);
    assertThat(reading.about(Topic.BEARER))
        .containsExactly(
            new Finding(Topic.BEARER, "executive-board", "Kommunstyrelsen", Origin.HEADING, -1));
  }

  private static String shown(Reading reading, Topic topic) {
    List<String> shown =
        reading.about(topic).stream()
            .map(finding -> finding.key() + ": " + finding.words())
            .toList();
    return String.join(", ", shown);
  }
}
