package se.tillit.followup;

import static se.tillit.schema.followup.Tables.REPORT_FILE;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.exchange.document.Document;
import se.tillit.exchange.document.DocxRenderer;
import se.tillit.exchange.document.PdfRenderer;
import se.tillit.kernel.Acting;
import se.tillit.web.Words;

/// Reports and their letters as files: written once, and again only when words or figures have
/// changed. A frozen one is the same bytes for ever.
@Component
class KeptFiles {

  static final List<String> NAMES =
      List.of("report.pdf", "report.docx", "letter.pdf", "letter.docx");

  private final DSLContext sql;
  private final ReportStore store;
  private final PdfRenderer pdf = new PdfRenderer();
  private final DocxRenderer docx = new DocxRenderer();

  KeptFiles(DSLContext sql, ReportStore store) {
    this.sql = sql;
    this.store = store;
  }

  /// Writes every file of a report that is not kept yet.
  @Transactional
  void keep(UUID id) {
    store.find(id).ifPresent(report -> NAMES.forEach(name -> file(report, name)));
  }

  /// A file of a report whose figures have been gathered.
  @Transactional
  byte[] file(Report report, String name) {
    String mark = mark(report);
    return kept(report.id(), name, mark)
        .orElseGet(() -> {
          byte[] content = written(report, name);
          keep(report.id(), name, mark, content);
          return content;
        });
  }

  private Optional<byte[]> kept(UUID report, String name, String mark) {
    return sql.select(REPORT_FILE.CONTENT)
        .from(REPORT_FILE)
        .where(REPORT_FILE.REPORT_ID.eq(report))
        .and(REPORT_FILE.NAME.eq(name))
        .and(REPORT_FILE.MARK.eq(mark))
        .fetchOptional(REPORT_FILE.CONTENT);
  }

  // Boards decide in Swedish, whatever language the one who downloads prefers.
  private byte[] written(Report report, String name) {
    ReportFacts facts = ReportDrafting.read(store.facts(report.id()));
    var set = new ReportDocument(report, facts, Words.SWEDISH);
    Document document = name.startsWith("letter") ? set.letter() : set.report();
    return name.endsWith("pdf") ? pdf.render(document) : docx.render(document);
  }

  private void keep(UUID report, String name, String mark, byte[] content) {
    sql.insertInto(REPORT_FILE)
        .set(REPORT_FILE.TENANT_ID, Acting.current().tenant().value())
        .set(REPORT_FILE.REPORT_ID, report)
        .set(REPORT_FILE.NAME, name)
        .set(REPORT_FILE.MARK, mark)
        .set(REPORT_FILE.CONTENT, content)
        .onConflict(REPORT_FILE.TENANT_ID, REPORT_FILE.REPORT_ID, REPORT_FILE.NAME)
        .doUpdate()
        .set(REPORT_FILE.MARK, mark)
        .set(REPORT_FILE.CONTENT, content)
        .execute();
  }

  /// Of which words and which figures.
  private static String mark(Report report) {
    return report.state() == ReportState.DRAFT
        ? "draft " + report.version() + " " + report.course().gatheredAt()
        : "frozen " + report.course().frozenAt();
  }
}
