package se.tillit.governingdocument.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import se.tillit.kernel.Refused;

class ExtractionTest {

  private static final String SWEDISH = "Nämnden ska följa upp – årligen – enligt § 3.";

  @Test
  void readsTextInTheEncodingsThatMunicipalitiesHave() {
    byte[] plain = SWEDISH.getBytes(StandardCharsets.UTF_8);
    assertThat(sentences("p.txt", plain)).containsExactly(SWEDISH);
    assertThat(sentences("p.txt", ("\ufeff" + SWEDISH).getBytes(StandardCharsets.UTF_8)))
        .containsExactly(SWEDISH);
    assertThat(sentences("p.txt", SWEDISH.getBytes(StandardCharsets.UTF_16)))
        .containsExactly(SWEDISH);
    byte[] windows = SWEDISH.getBytes(Charset.forName("windows-1252"));
    assertThat(sentences("p.txt", windows)).containsExactly(SWEDISH);
    assertThat(Extraction.uploaded("p.txt", windows).notices())
        .extracting(Notice::messageKey)
        .containsExactly("governingdocument.notice.windows-1252");
  }

  @Test
  void cleansWhatCannotBeSeenAndSaysSo() {
    ExtractedText text =
        Extraction.pasted("Chefer\u0000 ska\u200b skydda a\u030akern 👩‍🚒 och \ud800 ﬁler.\u00ad");
    assertThat(text.lines())
        .extracting(Line::text)
        .containsExactly("Chefer ska skydda åkern 👩‍🚒 och \ufffd filer.");
    assertThat(text.notices())
        .containsExactly(
            Notice.of("governingdocument.notice.unseen-removed", 2),
            Notice.of("governingdocument.notice.unreadable-replaced", 1));
  }

  @Test
  void readsHeadingsNumbersListsAndTablesOfAWordDocument() {
    byte[] file =
        new WordFile()
            .styled("Innehll1", "Mål\t3")
            .styled("Rubrik1", "Mål")
            .paragraph("Kommunen har mål.")
            .styled("Rubrik2", "Arbetssätt")
            .paragraph("Chefer ska:")
            .item(0, "utse en ägare")
            .item(1, "varje år")
            .item(1, "vid behov")
            .styled("Egen", "Roller")
            .row("Roll", "Ansvar")
            .row("Nämnden", "Utser en ersättare.")
            .bytes();
    StructuredText text = DocumentStructure.of(Extraction.uploaded("policy.docx", file));
    assertThat(ReadableText.of(text))
        .containsExactly(
            "#",
            ".. Mål 3",
            "# 1. Mål",
            "Kommunen har mål.",
            "# 1.1. Arbetssätt",
            "> Chefer ska:",
            ">- utse en ägare",
            ">- varje år",
            ">- vid behov",
            "# 1.2. Roller",
            "> Roll",
            ">- Ansvar",
            "> Nämnden",
            ">- Utser en ersättare.");
    assertThat(text.passages()).extracting(Passage::marker).contains("\uf0b7", "a)", "b)");
  }

  @Test
  void readsTrackedChangesAsAcceptedAndLeavesTheRestOut() {
    byte[] file =
        new WordFile()
            .raw(
                """
                <w:p><w:r><w:t xml:space="preserve">Nämnden </w:t></w:r>
                <w:del><w:r><w:delText>bör</w:delText></w:r></w:del>
                <w:ins><w:r><w:t>ska</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> följa</w:t></w:r>
                <w:r><w:tab/><w:t>upp.</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
                <w:r><w:object><w:t>Inbäddat</w:t></w:object></w:r></w:p>
                """)
            .raw(
                "<w:p><w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent><w:p><w:r><w:t>I en ruta."
                    + "</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:p><w:r><w:t>I en"
                    + " ruta.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>")
            .part(
                "word/footnotes.xml",
                "<w:footnotes xmlns:w=\"x\"><w:footnote w:type=\"separator\"><w:p><w:r><w:t>-</w:t></w:r></w:p>"
                    + "</w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>En fotnot.</w:t></w:r></w:p></w:footnote>"
                    + "</w:footnotes>")
            .bytes();
    ExtractedText text = Extraction.uploaded("policy.docx", file);
    assertThat(ReadableText.of(DocumentStructure.of(text)))
        .containsExactly("#", "Nämnden ska följa upp.", "I en ruta.", "En fotnot.");
    assertThat(text.notices())
        .extracting(Notice::messageKey)
        .containsExactly(
            "governingdocument.notice.tracked-changes",
            "governingdocument.notice.objects-left-out");
  }

  @Test
  void readsThePrintedLinesOfAPdf() {
    byte[] file =
        new PdfFile()
            .page(
                """
                # Policy för skydd
                # 1. Inledning
                Kommunen har uppgifter som är viktiga för alla som bor här och som måste skyddas väl
                varje dag. Därför ska nämnden:

                • utse en ägare
                • följa upp och

                Sida 1 av 2\
                """)
            .page("redovisa utfallet.\n\n# 2. Roller\nChefer ska utbildas.\n\nSida 2 av 2")
            .bytes();
    StructuredText text = DocumentStructure.of(Extraction.uploaded("policy.pdf", file));
    assertThat(ReadableText.of(text))
        .containsExactly(
            "# Policy för skydd",
            "# 1. Inledning",
            "Kommunen har uppgifter som är viktiga för alla som bor här och som måste skyddas väl varje dag.",
            "> Därför ska nämnden:",
            ">- utse en ägare",
            ">- följa upp och redovisa utfallet.",
            "# 2. Roller",
            "Chefer ska utbildas.");
    assertThat(text.furniture()).containsExactly("Sida 1 av 2", "Sida 2 av 2");
  }

  @Test
  void refusesAPdfWithoutTextOrBehindAPassword() {
    refuses("governingdocument.file.no-text", new PdfFile().page("").bytes());
    refuses("governingdocument.file.encrypted", new PdfFile().page("Hemligt").locked("nyckel"));
  }

  @Test
  void countsPagesWithoutText() {
    byte[] file = new PdfFile().page("Nämnden ska följa upp.").page("").bytes();
    assertThat(Extraction.uploaded("p.pdf", file).notices())
        .containsExactly(Notice.of("governingdocument.notice.pages-without-text", 1, 2));
  }

  @Test
  void refusesWordDocumentsWithMacrosOrPasswords() throws Exception {
    refuses(
        "governingdocument.file.macros",
        new WordFile().paragraph("Text").part("word/vbaProject.bin", "Sub AutoOpen()").bytes());
    refuses(
        "governingdocument.file.macros",
        new WordFile()
            .paragraph("Text")
            .part(
                "[Content_Types].xml",
                "<Types>application/vnd.ms-word.document.macroEnabled.main+xml</Types>")
            .bytes());
    ByteArrayOutputStream locked = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      files.createDocument(new ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
      files.writeFilesystem(locked);
    }
    refuses("governingdocument.file.encrypted", locked.toByteArray());
  }

  @Test
  void refusesWhatSwells() {
    byte[] zeros = new byte[210 * 1024 * 1024];
    refuses(
        "governingdocument.file.swollen",
        new WordFile().paragraph("Text").part("word/media/bild.bmp", zeros).bytes());
    String pages = "Text ".repeat(9 * 1024 * 1024);
    refuses("governingdocument.file.swollen", new WordFile().paragraph(pages).bytes());
  }

  @Test
  void refusesEntitiesAndOtherDamage() {
    refuses(
        "governingdocument.file.damaged",
        new WordFile()
            .part(
                "word/styles.xml",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")
            .paragraph("Text")
            .bytes());
    byte[] file = new WordFile().paragraph("Text").bytes();
    refuses("governingdocument.file.damaged", ByteBuffer.allocate(40).put(file, 0, 40).array());
    refuses("governingdocument.file.damaged", "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void refusesOtherFormatsByName() {
    refuses("governingdocument.file.unknown-format", new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
    refuses(
        "governingdocument.file.unknown-format", "{\\rtf1 text}".getBytes(StandardCharsets.UTF_8));
    refuses(
        "governingdocument.file.unknown-format",
        "<!DOCTYPE html><p>Text".getBytes(StandardCharsets.UTF_8));
    refuses("governingdocument.text.empty", " \n \f\n".getBytes(StandardCharsets.UTF_8));
    refuses("governingdocument.file.too-large", new byte[Extraction.MOST_BYTES + 1]);
  }

  private static void refuses(String messageKey, byte[] content) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Extraction.uploaded("policy.xyz", content))
        .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo(messageKey));
  }

  private static List<String> sentences(String name, byte[] content) {
    return DocumentStructure.of(Extraction.uploaded(name, content)).passages().stream()
        .map(Passage::text)
        .toList();
  }
}
