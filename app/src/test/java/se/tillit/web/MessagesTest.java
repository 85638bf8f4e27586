package se.tillit.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Everything that Tillit says, it says in both languages, and it says nothing that has no words.
class MessagesTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
  private static final Pattern KEY =
      Pattern.compile("^\\s*([a-z][^=:\\s]*)\\s*[=:]", Pattern.MULTILINE);
  private static final Pattern SAID =
      Pattern.compile(
          "(?:(?:\\bt|knows|new Refused|Refused\\.of)\\(|NavEntry\\(\\s*[\\w.]+,)\\s*\"([^\"]+)\"(\\s*\\+)?");

  /// A name in the detail of a trail entry, and what an entry says was done.
  private static final Pattern FIELD =
      Pattern.compile("(?:Detail\\s*\\.of|\\.with|\\.changed|detail\\.put)\\(\\s*\"(\\w+)\"");

  private static final Pattern ACTION =
      Pattern.compile(
          "(?:\\brecord|new IdentityChanged|\\btell)\\(\\s*(?:[\\w.()]+,\\s*)?\"([a-z]+\\.[a-z][a-z.-]*)\"");

  @Test
  void swedishAndEnglishHaveTheSameKeysAndPlaces() throws IOException {
    for (String module : modules()) {
      Map<String, String> swedish = messages(module, "sv");
      Map<String, String> english = messages(module, "en");
      assertThat(english.keySet()).as(module).isEqualTo(swedish.keySet());
      swedish.forEach(
          (key, text) -> assertThat(places(english.get(key))).as(key).isEqualTo(places(text)));
    }
  }

  @Test
  void eachKeyBeginsWithItsModuleStandsOnceAndHasText() throws IOException {
    for (String module : modules()) {
      for (String language : List.of("sv", "en")) {
        List<String> keys =
            KEY.matcher(text(module, language)).results().map(found -> found.group(1)).toList();
        assertThat(keys)
            .as(module + "_" + language)
            .doesNotHaveDuplicates()
            .allMatch(key -> key.startsWith(module + "."));
        assertThat(messages(module, language))
            .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
      }
    }
  }

  @Test
  void eachMessageIsAPatternThatCanBeFilled() throws IOException {
    for (String module : modules()) {
      for (String language : List.of("sv", "en")) {
        messages(module, language)
            .forEach((key, text) ->
                assertThat(new MessageFormat(text.replace("'", "''")).toPattern())
                    .as(key)
                    .isNotNull());
      }
    }
  }

  @Test
  void everyKeyThatIsSaidHasWords() throws IOException {
    TreeSet<String> known = new TreeSet<>();
    for (String module : modules()) {
      known.addAll(messages(module, "sv").keySet());
    }
    List<String> missing = new ArrayList<>();
    for (Path file : sources()) {
      var said = SAID.matcher(Files.readString(file).replaceAll("(?m)^\\s*//.*$", ""));
      while (said.find()) {
        String key = said.group(1);
        boolean begins = said.group(2) != null;
        String next = known.ceiling(key);
        if (begins ? next == null || !next.startsWith(key) : !known.contains(key)) {
          missing.add(file.getFileName() + ": " + key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /// The trail's page says each recorded field and action in words, not as the code calls them.
  @Test
  void everyFieldAndActionOfTheTrailHasWords() throws IOException {
    TreeSet<String> known = new TreeSet<>();
    for (String module : modules()) {
      known.addAll(messages(module, "sv").keySet());
    }
    TreeSet<String> missing = new TreeSet<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      String module = Path.of("src/main/java/se/tillit").relativize(file).getName(0).toString();
      if (text.contains("audittrail.Detail") || text.contains("IdentityChanged(")) {
        FIELD
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .filter(field ->
                !known.contains(module + ".trail.field." + field)
                    && !known.contains("audittrail.field." + field))
            .forEach(field -> missing.add(module + ".trail.field." + field));
      }
      ACTION
          .matcher(text)
          .results()
          .map(found -> found.group(1))
          .filter(action ->
              !known.contains(action.replaceFirst("\\.", ".trail."))
                  && !known.contains("audittrail.did." + action))
          .forEach(action -> missing.add(action.replaceFirst("\\.", ".trail.")));
    }
    assertThat(missing).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String root : List.of("src/main/jte", "src/main/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files.filter(file -> file.toString().matches(".*\\.(jte|java)")).forEach(sources::add);
      }
    }
    return sources;
  }

  private static TreeSet<String> modules() throws IOException {
    try (Stream<Path> files = Files.list(MESSAGES)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("_(sv|en)\\.properties$", ""))
          .collect(toCollection(TreeSet::new));
    }
  }

  private static Map<String, String> messages(String module, String language) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text(module, language)));
    Map<String, String> messages = new TreeMap<>();
    properties.forEach((key, text) -> messages.put((String) key, (String) text));
    return messages;
  }

  private static String text(String module, String language) throws IOException {
    return Files.readString(MESSAGES.resolve(module + "_" + language + ".properties"));
  }

  private static TreeSet<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(toCollection(TreeSet::new));
  }
}
