package se.tillit.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import se.tillit.identity.Role;
import se.tillit.identity.Scope;
import se.tillit.kernel.Ids;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

@TillitTest
@Tag("K-4e")
class FailedTakingIT {

  @Autowired Towns towns;
  @Autowired MockMvc mvc;
  @Autowired UploadStore uploads;
  @Autowired TakingJob taking;

  @Test
  void waitsForADecisionAgainWithTheReason() throws Exception {
    Town town = towns.found();
    UUID id = Ids.next();
    UploadRecord failed =
        town.within(() -> {
          uploads.insert(id, "units", Scope.EVERYTHING, "enheter.csv", false, Instant.now());
          uploads.move(id, UploadState.READING, UploadState.READY);
          assertThat(uploads.accepting(id)).isTrue();
          taking.failed(id.toString(), null);
          return uploads.one(id).orElseThrow();
        });
    assertThat(failed.state()).isEqualTo(UploadState.READY);
    mvc.perform(get("/" + town.key() + "/imports/" + id).with(town.as(Role.COORDINATOR)))
        .andExpect(content().string(containsString("Importen kunde inte tas in")));
    UploadRecord again =
        town.within(() -> {
          uploads.accepting(id);
          return uploads.one(id).orElseThrow();
        });
    assertThat(again.refusal()).isNull();
  }
}
