package se.tillit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Templates stay short, escape what they print, carry nothing inline, and say only what has a
/// message key.
class PagesTest {

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "(?i)\\$unsafe|<style|<script(?![^>]* src=)|\\sstyle=|\\son[a-z]+=|javascript:");

  private static final Pattern CLASS_STYLED = Pattern.compile("\\.([a-zA-Z_][\\w-]*)");
  private static final Pattern CLASS_NAMED = Pattern.compile("class=\"([^\"$]+)\"");

  /// Names that scripts or others' styles need, or that only say what a part is.
  private static final Set<String> HOOKS =
      Set.of(
          "alert-title", "bulk-count", "document", "embed", "file", "panel-link", "todo-due", "up");

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
  void everyClassThatATemplateNamesHasAStyle() throws IOException {
    Set<String> styled = new TreeSet<>(HOOKS);
    for (Path sheet : files("src/main/resources/static", ".css")) {
      CLASS_STYLED
          .matcher(Files.readString(sheet))
          .results()
          .forEach(it -> styled.add(it.group(1)));
    }
    List<String> bare = new ArrayList<>();
    for (Path template : templates()) {
      CLASS_NAMED
          .matcher(Files.readString(template))
          .results()
          .flatMap(it -> Stream.of(it.group(1).split("\\s+")))
          .filter(name -> !styled.contains(name))
          .forEach(name -> bare.add(template + ": " + name));
    }
    assertThat(bare).isEmpty();
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
    return files("src/main/jte", ".jte");
  }

  private static List<Path> files(String root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }
}
