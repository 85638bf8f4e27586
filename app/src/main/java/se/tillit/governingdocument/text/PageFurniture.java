package se.tillit.governingdocument.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what is printed on every page and belongs to no sentence: page numbers, running heads and
/// feet.
final class PageFurniture {

  private static final int EDGE = 3;
  private static final int LONGEST = 160;
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(sida|sid|sid\\.|page|s\\.)\\s*:?\\s*\\d{1,4}(\\s*(av|of|/|\\()\\s*\\d{1,4}\\)?)?"
              + "|\\d{1,4}\\s*(av|/)\\s*\\d{1,4}|\\d{1,4}\\s*\\(\\d{1,4}\\)|[-–]\\s*\\d{1,4}\\s*[-–]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern LAST_NUMBER =
      Pattern.compile("\\b(\\d{1,4})(\\s*(av|of|/|\\()\\s*\\d{1,4}\\)?)?$");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final List<Line> lines;
  private final BitSet found = new BitSet();

  private PageFurniture(List<Line> lines) {
    this.lines = lines;
  }

  /// The places of such lines among all lines.
  static BitSet in(List<Line> lines) {
    PageFurniture furniture = new PageFurniture(lines);
    furniture.findPageNumbers();
    furniture.findRunningLines();
    furniture.findCountingLines();
    return furniture.found;
  }

  private void findPageNumbers() {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.is(Line.Shape.PRINTED)
          && line.text().length() < 30
          && PAGE_NUMBER.matcher(line.text()).matches()) {
        found.set(i);
      }
    }
  }

  private void findRunningLines() {
    List<List<Integer>> edges = pageEdges();
    Map<String, Set<Integer>> pagesOf = new HashMap<>();
    Map<String, Set<String>> wordingsOf = new HashMap<>();
    for (int page = 0; page < edges.size(); page++) {
      for (int i : edges.get(page)) {
        pagesOf.computeIfAbsent(shape(i), _ -> new HashSet<>()).add(page);
        wordingsOf.computeIfAbsent(shape(i), _ -> new HashSet<>()).add(lines.get(i).text());
      }
    }
    int enough = Math.max(2, (edges.size() + 1) / 2);
    for (List<Integer> edge : edges) {
      for (int i : edge) {
        boolean counted =
            shape(i).equals("#") || wordingsOf.getOrDefault(shape(i), Set.of()).size() > 1;
        int pages = pagesOf.getOrDefault(shape(i), Set.of()).size();
        if (edges.size() > 1 && pages >= enough && (pages >= 3 || counted)) {
          found.set(i);
        }
      }
    }
  }

  // Where page breaks were lost: the same line again and again, its last number one higher each
  // time.
  private void findCountingLines() {
    Map<String, List<Integer>> placesOf = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.is(Line.Shape.PRINTED)
          && line.text().length() <= LONGEST
          && Character.isLetter(line.text().codePointAt(0))) {
        placesOf.computeIfAbsent(shape(i), _ -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> places : placesOf.values()) {
      if (places.size() >= 3 && countsUp(places)) {
        places.forEach(found::set);
      }
    }
  }

  private boolean countsUp(List<Integer> places) {
    for (int i = 1; i < places.size(); i++) {
      int step = pageNumber(places.get(i)) - pageNumber(places.get(i - 1));
      if (step != 1) {
        return false;
      }
    }
    return true;
  }

  // The last number that stands alone or before «av 7» or «(7)».
  private int pageNumber(int i) {
    Matcher matcher = LAST_NUMBER.matcher(lines.get(i).text());
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : Integer.MIN_VALUE / 2;
  }

  // The first and last few lines with text of each page, where the source knows its pages.
  private List<List<Integer>> pageEdges() {
    List<List<Integer>> edges = new ArrayList<>();
    List<Integer> page = new ArrayList<>();
    for (int i = 0; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).is(Line.Shape.PAGE_BREAK)) {
        if (!page.isEmpty()) {
          edges.add(edgesOf(page));
        }
        page = new ArrayList<>();
      } else if (lines.get(i).is(Line.Shape.PRINTED) && lines.get(i).text().length() <= LONGEST) {
        page.add(i);
      }
    }
    return edges;
  }

  private static List<Integer> edgesOf(List<Integer> page) {
    if (page.size() <= 2 * EDGE) {
      return page;
    }
    List<Integer> edge = new ArrayList<>(page.subList(0, EDGE));
    edge.addAll(page.subList(page.size() - EDGE, page.size()));
    return edge;
  }

  private String shape(int i) {
    return DIGITS.matcher(lines.get(i).text().toLowerCase(Locale.ROOT)).replaceAll("#");
  }
}
