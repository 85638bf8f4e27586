package se.tillit.governingdocument.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.tillit.governingdocument.text.DocumentStructure;
import se.tillit.governingdocument.text.Extraction;
import se.tillit.governingdocument.text.Passage.Form;

/// Whole policies of the shapes that municipalities have, page breaks, lost bullets and broken
/// lines included: every demand is found, and nothing else is taken for one.
class WholePolicyTest {

  private static final String WITH_COMPANIES =
      """
       1. Bakgrund\s
      Uppgifter är en resurs och en grund för att kommunen ska kunna ge service till dem som bor\s
      och verkar här. Kommunens uppgifter måste därför tas om hand väl enligt tre principer:\s

       att uppgifter bara når den som är behörig (konfidentialitet)\s
       att uppgifter är rätta och fullständiga (riktighet)\s
       att uppgifter nås när de behövs (tillgänglighet)\s

      2. Lagar \s
      Dataskyddsförordningen ställer krav på hur personuppgifter behandlas. \s

      3. Vilka som stöder arbetet\s
      Arbetet stöds av flera myndigheter.\s

       Myndigheten för skydd (MFS)\s
       Sveriges kommuner (SK) \s

      4. Policy\s
      Kommunens policy omfattar all information som verksamheterna äger. \s

      Arbetet ska ingå i det dagliga arbetet i kommunen och dess\s
      bolag. \s
       Alla chefer, medarbetare och förtroendevalda ansvarar för att denna policy följs när kommunens\s
      uppgifter används.\s

      4.1. Mål\s
      4.1.1. Utbildning\s
      Alla chefer och medarbetare ska gå en utbildning. Förtroendevalda ska erbjudas utbildning.\s
      Informationssäkerhetssamordnaren samordnar utbildningarna.\s

      4.1.2. Teknik\s
      Kommunen och dess bolag ska ta fram krav på system samt säkerställa att kraven uppfylls.\s

      4.1.3. Uppföljning\s
      Uppföljning ska ske årligen till kommunstyrelsen. Särskilda skäl kan motivera fler rapporter.
      """;

  private static final String WITH_TORN_LINES =
      """
       1. Informationssäkerhet\s
      \s

      Denna policy är det högsta dokumentet och säger vad Granby kommun vill med skyddet av sina\s

      uppgifter. Policyn ska revideras senast i samband med varje ny mandatperiod eller vid\s
      behov. \s

      För att nå dit ska Granby kommun arbeta utifrån två principer: \s

      \s

      Konfidentialitet Riktighet\s

      \s

      Att uppgifter inte\s
      röjs för\s

      obehörig.\s

      \s

      Att uppgifter är rätta och\s
      hela.\s

      \s
       2. Mål\s
      \s

      2.1 Inriktning\s
      \s

      Granby kommun ska arbeta med informationssäkerhet för att: \s
      \s
      • Skydda invånares och anställdas rättigheter och svara mot de behov och förväntningar som\s

      finns på dataskydd.\s
       \s

      • Hanteringen ska vara lika i hela kommunen. \s

      • Att följa krav i lagar och avtal. \s

      2.2 Arbetssätt\s

      För att uppnå detta ska Granby kommun:\s

      • Arbeta enligt ISO/IEC 27000-serien. \s

      • Återkommande utbilda och öva alla anställda. \s
       3. Roller\s

      Kommunfullmäktige antar policyn. \s

      Informationssäkerhetssamordnare har det strategiska ansvaret att utveckla och samordna arbetet i hela\s

      Granby kommun. Rollen ansvarar även för revisioner som lämnas till kommundirektörens ledningsgrupp. \s

       4. Uppföljning\s
      Samordnaren för arbetet, informationssäkerhetssamordnaren, ska rapportera varje år till kommundirektörens\s

      ledningsgrupp och samtliga nämnder. Vartannat år ska en större analys presenteras för ledningsgruppen.\s

      Kommundirektören kan lyfta frågan vid kommunstyrelsens möte\s
      """;

  @Test
  void readsAPolicyForAMunicipalityWithCompanies() {
    assertThat(read(WITH_COMPANIES))
        .containsExactly(
            "1. CONTEXT Uppgifter är en resurs och en grund för att kommunen ska kunna ge service till dem"
                + " som bor och verkar här.",
            "1. DEMAND Kommunens uppgifter måste därför tas om hand väl enligt tre principer:",
            "1. DEFINITION att uppgifter bara når den som är behörig (konfidentialitet)",
            "1. DEFINITION att uppgifter är rätta och fullständiga (riktighet)",
            "1. DEFINITION att uppgifter nås när de behövs (tillgänglighet)",
            "2. DEMAND Dataskyddsförordningen ställer krav på hur personuppgifter behandlas.",
            "3. CONTEXT Arbetet stöds av flera myndigheter.",
            "3. CONTEXT Myndigheten för skydd (MFS)",
            "3. CONTEXT Sveriges kommuner (SK)",
            "4. DEMAND Kommunens policy omfattar all information som verksamheterna äger.",
            "4. DEMAND Arbetet ska ingå i det dagliga arbetet i kommunen och dess bolag.",
            "4. ROLE_DUTY Alla chefer, medarbetare och förtroendevalda ansvarar för att denna policy följs"
                + " när kommunens uppgifter används.",
            "4.1.1. DEMAND Alla chefer och medarbetare ska gå en utbildning.",
            "4.1.1. DEMAND Förtroendevalda ska erbjudas utbildning.",
            "4.1.1. ROLE_DUTY Informationssäkerhetssamordnaren samordnar utbildningarna.",
            "4.1.2. DEMAND Kommunen och dess bolag ska ta fram krav på system samt säkerställa att kraven"
                + " uppfylls.",
            "4.1.3. DEMAND Uppföljning ska ske årligen till kommunstyrelsen.",
            "4.1.3. PERMISSION Särskilda skäl kan motivera fler rapporter.");
  }

  @Test
  void readsAPolicyWhoseLinesAreTornApart() {
    assertThat(read(WITH_TORN_LINES))
        .containsExactly(
            "1. DEFINITION Denna policy är det högsta dokumentet och säger vad Granby kommun vill med skyddet"
                + " av sina uppgifter.",
            "1. DEMAND Policyn ska revideras senast i samband med varje ny mandatperiod eller vid behov.",
            "1. DEMAND För att nå dit ska Granby kommun arbeta utifrån två principer:",
            "1. DEFINITION Konfidentialitet Riktighet",
            "1. CONTEXT Att uppgifter inte röjs för obehörig.",
            "1. CONTEXT Att uppgifter är rätta och hela.",
            "2.1 LEAD_IN Granby kommun ska arbeta med informationssäkerhet för att:",
            "2.1 DEMAND Skydda invånares och anställdas rättigheter och svara mot de behov och förväntningar"
                + " som finns på dataskydd.",
            "2.1 DEMAND Hanteringen ska vara lika i hela kommunen.",
            "2.1 DEMAND Att följa krav i lagar och avtal.",
            "2.2 LEAD_IN För att uppnå detta ska Granby kommun:",
            "2.2 DEMAND Arbeta enligt ISO/IEC 27000-serien.",
            "2.2 DEMAND Återkommande utbilda och öva alla anställda.",
            "3. ROLE_DUTY Kommunfullmäktige antar policyn.",
            "3. ROLE_DUTY Informationssäkerhetssamordnare har det strategiska ansvaret att utveckla och"
                + " samordna arbetet i hela Granby kommun.",
            "3. ROLE_DUTY Rollen ansvarar även för revisioner som lämnas till kommundirektörens ledningsgrupp.",
            "4. DEMAND Samordnaren för arbetet, informationssäkerhetssamordnaren, ska rapportera varje år till"
                + " kommundirektörens ledningsgrupp och samtliga nämnder.",
            "4. DEMAND Vartannat år ska en större analys presenteras för ledningsgruppen.",
            "4. PERMISSION Kommundirektören kan lyfta frågan vid kommunstyrelsens möte");
  }

  @Test
  void carriesTheRoleOverToSentencesThatSpeakOnOfIt() {
    List<ReadPassage> duties =
        Demands.in(DocumentStructure.of(Extraction.pasted(WITH_TORN_LINES))).stream()
            .flatMap(section -> section.passages().stream())
            .filter(passage -> passage.passage().text().startsWith("Rollen"))
            .toList();
    assertThat(duties)
        .singleElement()
        .satisfies(duty -> {
          assertThat(duty.reading().about(Topic.BEARER))
              .extracting(Finding::key, Finding::origin)
              .containsExactly(tuple("coordinator", Origin.SENTENCE_BEFORE));
          assertThat(duty.reading().about(Topic.RECIPIENT))
              .extracting(Finding::key)
              .containsExactly("management-group");
        });
  }

  private static List<String> read(String text) {
    return Demands.in(DocumentStructure.of(Extraction.pasted(text))).stream()
        .flatMap(section ->
            section.passages().stream().map(read -> shown(section.section().number(), read)))
        .toList();
  }

  private static String shown(String number, ReadPassage read) {
    boolean leads = read.passage().is(Form.LEAD_IN) && !read.reading().binds();
    return number + " " + (leads ? "LEAD_IN" : read.reading().kind()) + " " + read.passage().text();
  }
}
