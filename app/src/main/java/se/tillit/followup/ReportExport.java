package se.tillit.followup;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.exchange.TableExport;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// The list of reports as a spreadsheet: which, to whom, and how far each has come.
@Controller
class ReportExport {

  private final ReportRegister register;

  ReportExport(ReportRegister register) {
    this.register = register;
  }

  @Requires(FollowupPermissions.READ_REPORTS)
  @GetMapping("/{tenant}/reports/export")
  void export(
      Viewer viewer,
      @RequestParam(defaultValue = "xlsx") String format,
      HttpServletResponse response)
      throws IOException {
    TableExport.<Report>of(viewer, "reports", "followup.reports.title")
        .column("followup.filter.body", Report::bodyName)
        .column("followup.export.period", Report::period)
        .word("followup.report.state", it -> "followup.report.state." + it.state().key())
        .column("followup.letter.reference", Report::reference)
        .column("followup.reports.delivered-day", it -> it.course().deliveredDay())
        .column("followup.reports.handled-day", it -> it.course().handledDay())
        .column("followup.reports.paragraph", it -> it.course().paragraph())
        .send(
            response,
            format,
            (last, most) ->
                register.page(viewer, last == null ? null : ReportStore.cursorOf(last), most));
  }
}
