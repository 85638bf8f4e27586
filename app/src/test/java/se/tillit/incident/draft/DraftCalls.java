package se.tillit.incident.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import se.tillit.identity.Role;
import se.tillit.testing.Town;

/// What the coordinator does with drafts, and what is printed of them.
record DraftCalls(MockMvc mvc, Town town) {

  MockHttpServletRequestBuilder read(String path) {
    return get(page(path)).with(town.as(Role.COORDINATOR));
  }

  MockHttpServletRequestBuilder write(String path) {
    return post(page(path)).with(town.as(Role.COORDINATOR)).with(csrf());
  }

  String page(String path) {
    return "/" + town.key() + path;
  }

  /// @param home the page of the case, or of a clock without one
  UUID begun(String home, UUID step, String stage) throws Exception {
    return idOf(write(home + "/drafts").param("step", step.toString()).param("stage", stage));
  }

  UUID letter(UUID incident, UUID step, String audience, String language) throws Exception {
    return idOf(
        write("/incidents/" + incident + "/drafts")
            .param("step", step.toString())
            .param("audience", audience)
            .param("language", language));
  }

  UUID supplement(UUID draft) throws Exception {
    return idOf(write("/drafts/" + draft + "/supplements"));
  }

  private UUID idOf(MockHttpServletRequestBuilder request) throws Exception {
    String place =
        mvc.perform(request)
            .andExpect(status().isFound())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    return UUID.fromString(place.substring(place.lastIndexOf('/') + 1));
  }

  String text(String path) throws Exception {
    return mvc.perform(read(path))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  byte[] pdf(UUID id) throws Exception {
    return mvc.perform(read("/drafts/" + id + ".pdf"))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  static String textOf(byte[] pdf) throws Exception {
    try (var document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }

  /// PDF/A-2 for the archive, PDF/UA for those who hear it read.
  static void demandLasting(byte[] pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
      try (var parser =
          Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
        assertThat(
                Foundries.defaultInstance()
                    .createValidator(flavour, false)
                    .validate(parser)
                    .isCompliant())
            .as(flavour.toString())
            .isTrue();
      }
    }
  }
}
