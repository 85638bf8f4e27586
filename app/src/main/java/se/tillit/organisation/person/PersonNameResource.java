package se.tillit.organisation.person;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.organisation.NamedPeople;

/// The people whom a name may mean, for a field that asks who.
@RestController
class PersonNameResource {

  private final NamedPeople people;

  PersonNameResource(NamedPeople people) {
    this.people = people;
  }

  /// At most twenty.
  record Names(List<NamedPeople.Named> items) {}

  @Requires("organisation.read")
  @GetMapping("/api/v1/{tenant}/people/names")
  Names list(Viewer viewer, @RequestParam(defaultValue = "") String q) {
    return new Names(people.like(viewer, q));
  }
}
