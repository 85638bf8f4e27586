package se.tillit.governingdocument.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.text.Block.Kind;
import se.tillit.governingdocument.text.Passage.Form;
import se.tillit.kernel.Refused;

/// Builds the sections and passages of a document from the lines of its source.
public final class DocumentStructure {

  /// Thirty times the longest regulations that a municipality has; more is no governing document.
  public static final int MOST_PASSAGES = 100_000;

  private final List<Section> sections = new ArrayList<>();
  private final Deque<LeadIn> leadIns = new ArrayDeque<>();
  private List<Passage> passages = new ArrayList<>();
  private Block heading = new Block(Kind.HEADING, 0, "", "");
  private int paragraph;
  private int count;

  private DocumentStructure() {}

  /// The sentence that items deeper than its level go on from.
  private record LeadIn(int level, int place) {}

  public static StructuredText of(ExtractedText source) {
    BitSet furniture = PageFurniture.in(source.lines());
    List<Line> kept = new ArrayList<>();
    List<String> set = new ArrayList<>();
    for (int i = 0; i < source.lines().size(); i++) {
      if (furniture.get(i)) {
        set.add(source.lines().get(i).text());
      } else {
        kept.add(source.lines().get(i));
      }
    }
    DocumentStructure structure = new DocumentStructure();
    List<Block> blocks = Blocks.of(ContentsTable.marked(kept));
    if (blocks.size() > MOST_PASSAGES) {
      throw new Refused("governingdocument.text.too-many-passages", MOST_PASSAGES);
    }
    blocks.forEach(structure::take);
    structure.closeSection();
    return new StructuredText(structure.sections, set, source.notices());
  }

  private void take(Block block) {
    switch (block.kind()) {
      case HEADING -> {
        closeSection();
        heading = block;
      }
      case PARAGRAPH -> takeParagraph(block);
      case ITEM -> takeItem(block);
      case CONTENTS -> {
        leadIns.clear();
        add(Form.CONTENTS, block, block.text(), null);
      }
    }
    paragraph++;
  }

  private void closeSection() {
    if (!passages.isEmpty() || !heading.text().isEmpty()) {
      sections.add(
          new Section(heading.marker(), heading.text(), Math.max(1, heading.level()), passages));
    }
    passages = new ArrayList<>();
    leadIns.clear();
  }

  private void takeParagraph(Block block) {
    leadIns.clear();
    for (String sentence : Sentences.split(block.text())) {
      add(Form.SENTENCE, block, sentence, null);
    }
    leadIns.push(new LeadIn(-1, passages.size() - 1));
  }

  private void takeItem(Block block) {
    while (!leadIns.isEmpty() && leadIns.peek().level() >= block.level()) {
      leadIns.pop();
    }
    Passage leadIn = leadInOf();
    List<String> sentences = block.text().isEmpty() ? List.of("") : Sentences.split(block.text());
    for (int i = 0; i < sentences.size(); i++) {
      add(i == 0 ? Form.ITEM : Form.ITEM_SENTENCE, block, sentences.get(i), leadIn);
    }
    if (passages.getLast().text().endsWith(":")) {
      leadIns.push(new LeadIn(block.level(), passages.size() - 1));
    }
  }

  // What ends with a full stop introduces nothing: its list stands by itself.
  private @Nullable Passage leadInOf() {
    LeadIn nearest = leadIns.peek();
    if (nearest == null) {
      return null;
    }
    Passage passage = passages.get(nearest.place());
    if (!introduces(passage.text())) {
      return null;
    }
    // One and the same lead-in for all its items.
    if (!passage.is(Form.LEAD_IN)) {
      passages.set(nearest.place(), passage.asLeadIn());
    }
    return passages.get(nearest.place());
  }

  private static boolean introduces(String text) {
    return text.endsWith(":") || Block.endsOpen(text);
  }

  private void add(Form form, Block block, String text, @Nullable Passage leadIn) {
    if (++count > MOST_PASSAGES) {
      throw new Refused("governingdocument.text.too-many-passages", MOST_PASSAGES);
    }
    // A bullet without words is kept as its own sign: a clause has a text.
    boolean bare = text.isEmpty();
    String marker = form == Form.ITEM && !bare ? block.marker() : "";
    passages.add(
        new Passage(form, block.level(), marker, bare ? block.marker() : text, paragraph, leadIn));
  }
}
