package se.tillit.organisation.body;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.kernel.Period;
import se.tillit.kernel.Refused;

/// Terms of office as JSON.
@RestController
class TermResource {

  private final BodyPages pages;
  private final BodyRegister register;

  TermResource(BodyPages pages, BodyRegister register) {
    this.pages = pages;
    this.register = register;
  }

  /// The latest terms; `next` is always absent.
  record TermList(List<TermRow> items, @Nullable String next) {}

  /// A term that differs from what the elections give, and on what ground.
  record Sitting(
      @Nullable String kind,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String source) {}

  @Requires("organisation.read")
  @GetMapping("/api/v1/{tenant}/terms")
  TermList list() {
    return new TermList(pages.terms(), null);
  }

  @Requires(value = "organisation.write", everywhere = true)
  @PostMapping("/api/v1/{tenant}/terms")
  TermList create(@RequestBody Sitting sitting) {
    if (sitting.kind() == null || sitting.from() == null || sitting.to() == null) {
      throw new Refused("organisation.term.incomplete").at("kind");
    }
    register.setTerm(
        sitting.kind(),
        new Period(sitting.from(), sitting.to()),
        sitting.source() == null ? "" : sitting.source());
    return list();
  }

  @Requires(value = "organisation.write", everywhere = true)
  @DeleteMapping("/api/v1/{tenant}/terms/{id}")
  ResponseEntity<Void> delete(@PathVariable UUID id) {
    register.dropTerm(id);
    return ResponseEntity.noContent().build();
  }
}
