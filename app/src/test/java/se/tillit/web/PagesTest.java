package se.tillit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Templates stay short, escape what they print, carry nothing inline, and say only what has a
/// message key.
class PagesTest {

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "(?i)\\$unsafe|<style|<script(?![^>]* src=)|\\sstyle=|\\son[a-z]+=|javascript:");

  @Test
  void noTemplateIsLongerThanAScreenOrTwo() throws IOException {
    assertThat(templates())
        .allSatisfy(template ->
            assertThat(Files.readAllLines(template))
                .as(template.toString())
                .hasSizeLessThanOrEqualTo(120));
  }

  @Test
  void noTemplatePrintsUnescapedOrInline() throws IOException {
    for (Path template : templates()) {
      assertThat(
              FORBIDDEN.matcher(Files.readString(template)).results().map(found -> found.group()))
          .as(template.toString())
          .isEmpty();
    }
  }

  @Test
  void noTemplateHoldsTextOfItsOwn() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path template : templates()) {
      new TemplateText(Files.readString(template))
          .found()
          .forEach(text -> found.add(template + ": " + text));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void findsTextWhereverAReaderWouldMeetIt() {
    assertThat(textIn("<p>Hej <b>${name}</b></p>")).containsExactly("Hej");
    assertThat(textIn("@if(x.y(\"a\"))Ja@else${words.t(\"web.no\")}@endif")).containsExactly("Ja");
    assertThat(textIn("<input placeholder=\"Sök\" class=\"wide\">")).containsExactly("Sök");
    assertThat(textIn("@template.web.card(title = \"Titel\", content = @`<p>Inne</p>`)"))
        .containsExactly("Titel", "Inne");
    assertThat(textIn("<td>${a > 1 ? \"x\" : words.t(\"web.b\")}</td> – <kbd>/</kbd>&nbsp;"))
        .isEmpty();
    assertThat(textIn("@template.web.link(href = \"new\", label = words.t(\"asset.new\"))"))
        .isEmpty();
  }

  private static List<String> textIn(String template) {
    return new TemplateText(template).found();
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      return files.filter(file -> file.toString().endsWith(".jte")).toList();
    }
  }
}
