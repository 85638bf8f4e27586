package se.tillit.governingdocument.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Builds a small Word document part by part, as word processors write them.
final class WordFile {

  private static final String NAMESPACE =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

  private final StringBuilder body = new StringBuilder();
  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  WordFile() {
    part(
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        </Types>\
        """);
    part(
        "word/styles.xml",
        "<w:styles "
            + NAMESPACE
            + """
            >
              <w:style w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
              <w:style w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:basedOn w:val="Rubrik1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
              <w:style w:styleId="Egen"><w:name w:val="Egen rubrik"/><w:basedOn w:val="Rubrik2"/></w:style>
              <w:style w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style>
            </w:styles>\
            """);
    part(
        "word/numbering.xml",
        "<w:numbering "
            + NAMESPACE
            + """
            >
              <w:abstractNum w:abstractNumId="7">
                <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
                <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
              </w:abstractNum>
              <w:abstractNum w:abstractNumId="8">
                <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
                <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
              </w:abstractNum>
              <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
              <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
            </w:numbering>\
            """);
  }

  WordFile part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  WordFile part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  WordFile paragraph(String text) {
    return raw("<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>");
  }

  WordFile styled(String style, String text) {
    return raw(
        "<w:p><w:pPr><w:pStyle w:val=\""
            + style
            + "\"/></w:pPr><w:r><w:t>"
            + text
            + "</w:t></w:r></w:p>");
  }

  WordFile item(int depth, String text) {
    return raw(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
            .formatted(depth, text));
  }

  WordFile row(String... cells) {
    body.append("<w:tbl><w:tr>");
    for (String cell : cells) {
      body.append("<w:tc><w:p><w:r><w:t>").append(cell).append("</w:t></w:r></w:p></w:tc>");
    }
    body.append("</w:tr></w:tbl>");
    return this;
  }

  WordFile raw(String xml) {
    body.append(xml);
    return this;
  }

  byte[] bytes() {
    part(
        "word/document.xml",
        "<w:document "
            + NAMESPACE
            + " xmlns:mc=\"m\" xmlns:wps=\"s\"><w:body>"
            + body
            + "</w:body></w:document>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
