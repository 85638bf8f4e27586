package se.tillit.organisation.duty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// Which duties shall be filled, as JSON.
@RestController
class ExpectationResource {

  private final DutyPages pages;
  private final DutyRegister register;

  ExpectationResource(DutyPages pages, DutyRegister register) {
    this.pages = pages;
    this.register = register;
  }

  /// Every duty that shall be filled; `next` is always absent, for the list is whole.
  record ExpectationList(List<Expectation> items, @Nullable String next) {}

  /// For whom one holder is expected (`tenant`, `legal_entity`, `body` or `unit`), and whether with
  /// a deputy.
  record Expecting(@Nullable String per, @Nullable Boolean deputy) {}

  @Requires("organisation.duties")
  @GetMapping("/api/v1/{tenant}/roles/expected")
  ExpectationList list() {
    return new ExpectationList(pages.expectations(), null);
  }

  @Requires("organisation.duties-write")
  @PutMapping("/api/v1/{tenant}/roles/expected/{duty}")
  ExpectationList put(Viewer viewer, @PathVariable String duty, @RequestBody Expecting expecting) {
    String per = expecting.per() == null ? "" : expecting.per();
    register.expect(viewer, Duty.named(duty), per, Boolean.TRUE.equals(expecting.deputy()));
    return list();
  }

  @Requires("organisation.duties-write")
  @DeleteMapping("/api/v1/{tenant}/roles/expected/{duty}")
  ResponseEntity<Void> delete(Viewer viewer, @PathVariable String duty) {
    register.expectNoMore(viewer, Duty.named(duty));
    return ResponseEntity.noContent().build();
  }
}
