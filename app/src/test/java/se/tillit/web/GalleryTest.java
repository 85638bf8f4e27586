package se.tillit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every component renders in both languages, without anything that the content security policy
/// forbids.
class GalleryTest {

  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
  private static final Pattern FORBIDDEN =
      Pattern.compile("(?i)<style|<script(?![^>]* src=)| style=| on[a-z]+=|javascript:|null\"");
  private static final Pattern REFERRED =
      Pattern.compile(" (?:for|aria-describedby|aria-labelledby)=\"([^\"]+)\"");

  static java.util.List<Words> languages() {
    return Words.all();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void rendersWithoutAnythingInline(Words words) {
    new Gallery(words)
        .pages()
        .forEach((name, html) ->
            assertThat(FORBIDDEN.matcher(html).results().map(found -> name + ": " + found.group()))
                .isEmpty());
  }

  @ParameterizedTest
  @MethodSource("languages")
  void givesEachIdOnceAndRefersOnlyToThose(Words words) {
    new Gallery(words)
        .pages()
        .forEach((name, html) -> {
          Set<String> ids = new HashSet<>();
          Matcher id = ID.matcher(html);
          while (id.find()) {
            assertThat(ids.add(id.group(1))).as(name + ": " + id.group(1)).isTrue();
          }
          REFERRED
              .matcher(html)
              .results()
              .flatMap(found -> Set.of(found.group(1).split(" ")).stream())
              .forEach(referred -> assertThat(ids).as(name).contains(referred));
        });
  }
}
