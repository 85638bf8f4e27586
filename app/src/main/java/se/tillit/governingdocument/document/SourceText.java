package se.tillit.governingdocument.document;

import java.util.stream.Collectors;
import se.tillit.governingdocument.text.DocumentStructure;
import se.tillit.governingdocument.text.ExtractedText;
import se.tillit.governingdocument.text.Extraction;
import se.tillit.governingdocument.text.Line;
import se.tillit.governingdocument.text.StructuredText;

/// A text as it came, and as it was understood.
///
/// @param name of the file, empty when pasted
public record SourceText(String name, String whole, StructuredText structure) {

  public static SourceText pasted(String text) {
    return of("", Extraction.pasted(text));
  }

  public static SourceText uploaded(String fileName, byte[] content) {
    return of(fileName, Extraction.uploaded(fileName, content));
  }

  private static SourceText of(String name, ExtractedText extracted) {
    String whole = extracted.lines().stream().map(Line::text).collect(Collectors.joining("\n"));
    return new SourceText(name, whole, DocumentStructure.of(extracted));
  }
}
