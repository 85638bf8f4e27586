package se.tillit.audittrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tillit.identity.Role;
import se.tillit.identity.Tenants;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Actor;
import se.tillit.kernel.Ids;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// An auditor holds a file and nothing else (M-2.1d). Each way of tampering is tried on a real
/// export.
@TillitTest
@Tag("M-2.1d")
class TrailFileIT {

  private static final int HEAD_LINES = 1;

  @Autowired Towns towns;
  @Autowired Tenants tenants;
  @Autowired Trail trail;
  @Autowired TrailExport export;
  @Autowired Checkpoints checkpoints;

  private List<String> lines;

  @BeforeEach
  void exportTwentyEntries() {
    Town town = towns.found();
    for (int number = 1; number <= 20; number++) {
      int one = number;
      town.within(
          Role.COORDINATOR,
          () -> {
            trail.record("thing.named", Subject.of("thing", Ids.next(), "Sak å " + one));
            return null;
          });
      if (number == 10) {
        town.within(() -> checkpoints.sign());
      }
    }
    var out = new ByteArrayOutputStream();
    var tenant = tenants.byKey(town.key()).orElseThrow();
    Acting.run(Actor.system(tenant.id(), "Prov"), () -> export.write(out));
    lines = new ArrayList<>(out.toString(StandardCharsets.UTF_8).lines().toList());
  }

  @Test
  void isWholeAsWritten() throws IOException {
    var verdict = read(lines);
    assertThat(verdict.found()).isNull();
    assertThat(verdict.entries()).isEqualTo(lines.size() - HEAD_LINES - verdict.signatures());
    assertThat(verdict.keys()).hasSize(1);
  }

  @Test
  void namesAnEntryWithAnotherWord() {
    assertThat(tampered(all -> all.set(entry(7), all.get(entry(7)).replace("Sak", "Mål"))))
        .isEqualTo(new Break(Break.Kind.ALTERED, 7));
  }

  @Test
  void namesTheFirstEntryRemoved() {
    assertThat(tampered(all -> all.remove(entry(5)))).isEqualTo(new Break(Break.Kind.MISSING, 5));
  }

  @Test
  void namesTheFirstOfTwoThatChangedPlaces() {
    assertThat(tampered(all -> Collections.swap(all, entry(3), entry(4))))
        .isEqualTo(new Break(Break.Kind.MISSING, 3));
  }

  @Test
  void namesThePlaceOfAnInsertedEntry() {
    assertThat(tampered(all -> all.add(entry(6), all.get(entry(2)))))
        .isEqualTo(new Break(Break.Kind.INSERTED, 6));
  }

  @Test
  void seesThatAnAlteredEntryWasHashedAnew() {
    assertThat(
            tampered(all -> all.set(entry(7), rehashed(all.get(entry(7)).replace("Sak", "Mål")))))
        .isEqualTo(new Break(Break.Kind.REPLACED, 8));
  }

  @Test
  void seesThatAllThatFollowsWasHashedAnew() {
    assertThat(tampered(all -> rewriteFrom(all, 7))).isEqualTo(new Break(Break.Kind.REWRITTEN, 10));
  }

  @Test
  void seesThatTheEndIsGone() {
    assertThat(tampered(all -> all.subList(entry(15), all.size()).clear()).kind())
        .isEqualTo(Break.Kind.CUT);
    assertThat(tampered(all -> all.subList(entry(15), all.size() - 1).clear()).kind())
        .isEqualTo(Break.Kind.CUT);
    assertThat(tampered(all -> all.subList(HEAD_LINES, all.size()).clear()).kind())
        .isEqualTo(Break.Kind.CUT);
  }

  @Test
  void seesASignatureThatIsNotOne() {
    assertThat(
            tampered(all -> {
              int end = all.size() - 1;
              all.set(end, all.get(end).replaceFirst("\"at\":\"2\\d", "\"at\":\"19"));
            }))
        .extracting(Break::kind)
        .isEqualTo(Break.Kind.UNSIGNED);
  }

  @Test
  void seesWhatIsAddedAfterTheEnd() {
    assertThat(tampered(all -> all.add(all.get(entry(1)))).kind()).isEqualTo(Break.Kind.INSERTED);
  }

  /// Where an entry stands among the lines: after the head, and after the checkpoint at ten.
  private static int entry(int number) {
    return number <= 10 ? number : number + 1;
  }

  private Break tampered(Consumer<List<String>> tampering) {
    List<String> copy = new ArrayList<>(lines);
    tampering.accept(copy);
    try {
      return read(copy).found();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TrailReader.Verdict read(List<String> lines) throws IOException {
    String text = String.join("\n", lines) + "\n";
    return new TrailReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).read();
  }

  private static String rehashed(String line) {
    String words = line.substring(65);
    byte[] hash = Link.sha256(words.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash) + " " + words;
  }

  private static void rewriteFrom(List<String> all, int first) {
    all.set(entry(first), rehashed(all.get(entry(first)).replace("Sak", "Mål")));
    var previous = Pattern.compile("\"previous\":\"[0-9a-f]{64}\"");
    for (int number = first + 1; number <= 20; number++) {
      String before = all.get(entry(number - 1)).substring(0, 64);
      String line = all.get(entry(number));
      all.set(
          entry(number),
          rehashed(previous.matcher(line).replaceFirst("\"previous\":\"" + before + "\"")));
    }
  }
}
