package se.tillit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

class DemandedFieldsTest {

  record Step(String paragraph, @Nullable String reference) {}

  record Decision(List<Step> steps) {}

  private final JsonMapper json = JsonMapper.builder().addModule(new DemandedFields()).build();

  @ParameterizedTest
  @ValueSource(strings = {"{\"reference\":\"KS 1\"}", "{\"paragraph\":null}"})
  void refusesWhatLacksADemandedPartHoweverDeep(String step) {
    assertThatThrownBy(() -> json.readValue("{\"steps\":[" + step + "]}", Decision.class))
        .isInstanceOfSatisfying(
            DatabindException.class,
            misfit ->
                assertThat(misfit.getPath())
                    .extracting(place -> place.getPropertyName())
                    .containsExactly("steps", null, "paragraph"));
  }

  @Test
  void takesWhatLeavesOutOnlyWhatMayBeLeftOut() {
    assertThat(json.readValue("{\"steps\":[{\"paragraph\":\"§ 4\"}]}", Decision.class))
        .isEqualTo(new Decision(List.of(new Step("§ 4", null))));
  }
}
