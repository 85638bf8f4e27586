package se.tillit.governingdocument.clause;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.identity.Requires;
import se.tillit.kernel.Unknown;
import se.tillit.web.Etag;

/// What a clause that demands reports says of them, through the API.
@RestController
class ReportDutyResource {

  private static final String PATH = "/api/v1/{tenant}/documents/{id}/clauses/{clause}/report-duty";

  private final ClauseRegister register;

  ReportDutyResource(ClauseRegister register) {
    this.register = register;
  }

  /// Recipients by kind of body or one by one; `everyMonths` null for each term of office.
  record Duty(
      @Nullable Set<String> kinds,
      @Nullable Set<UUID> bodies,
      @Nullable Integer everyMonths,
      @Nullable LocalDate firstDue,
      @Nullable Integer leadDays) {

    ReportDuty duty() {
      return new ReportDuty(
          kinds == null ? Set.of() : kinds,
          bodies == null ? Set.of() : bodies,
          everyMonths,
          firstDue,
          leadDays);
    }
  }

  @Requires(GoverningDocumentPermissions.READ)
  @GetMapping(PATH)
  Duty show(@PathVariable UUID id, @PathVariable UUID clause) {
    ReportDuty duty = register.reportDuties(id).get(clause);
    if (duty == null) {
      throw new Unknown("report duty", clause);
    }
    return new Duty(
        duty.kinds(), duty.bodies(), duty.everyMonths(), duty.firstDue(), duty.leadDays());
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PutMapping(PATH)
  Duty update(
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Duty wanted) {
    return show(id, register.oblige(id, clause, wanted.duty(), Etag.demanded(ifMatch)));
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @DeleteMapping(PATH)
  ResponseEntity<Void> delete(
      @PathVariable UUID id,
      @PathVariable UUID clause,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    register.oblige(id, clause, null, Etag.demanded(ifMatch));
    return ResponseEntity.noContent().build();
  }
}
