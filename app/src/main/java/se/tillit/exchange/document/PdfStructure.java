package se.tillit.exchange.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/// Puts right what the page-setting library leaves askew in the tags: a table's caption inside the
/// table and before its rows, and no empty table heads and feet.
final class PdfStructure {

  private static final List<String> GROUPS =
      List.of(StandardStructureTypes.T_HEAD, StandardStructureTypes.T_FOOT);

  private PdfStructure() {}

  static void tidy(PDDocument pdf) {
    tidy(pdf.getDocumentCatalog().getStructureTreeRoot());
  }

  private static void tidy(PDStructureNode node) {
    List<Object> kids = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (!(kid instanceof PDStructureElement element)) {
        kids.add(kid);
      } else if (is(element, StandardStructureTypes.CAPTION)
          && !kids.isEmpty()
          && kids.getLast() instanceof PDStructureElement table
          && is(table, StandardStructureTypes.TABLE)) {
        putFirst(element, table);
      } else {
        tidy(element);
        if (!element.getKids().isEmpty() || !GROUPS.contains(element.getStructureType())) {
          kids.add(element);
        }
      }
    }
    if (kids.size() < node.getKids().size()) {
      node.setKids(kids);
    }
  }

  private static void putFirst(PDStructureElement caption, PDStructureElement table) {
    List<Object> inside = new ArrayList<>(table.getKids());
    inside.addFirst(caption);
    caption.setParent(table);
    table.setKids(inside);
  }

  private static boolean is(PDStructureElement element, String type) {
    return type.equals(element.getStructureType());
  }
}
