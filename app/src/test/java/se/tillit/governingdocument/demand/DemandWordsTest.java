package se.tillit.governingdocument.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.tillit.web.Words;

class DemandWordsTest {

  @Test
  void everyBearerAndCadenceHasAWordInEachLanguage() {
    for (Words words : Words.all()) {
      Stream.concat(
              Demands.bearers().stream().map("governingdocument.bearer."::concat),
              Demands.cadences().stream().map("governingdocument.cadence."::concat))
          .forEach(key -> assertThat(words.t(key)).isNotBlank().isNotEqualTo(key));
    }
  }
}
