package se.tillit.organisation;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// The organisation's pages in the side navigation.
@Component
class OrganisationNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        entry("organisation.unit.list.title", Icon.ORGANISATION, "/units", "organisation.read", 10),
        entry("organisation.body.list.title", Icon.LAW, "/bodies", "organisation.read", 20),
        entry("organisation.person.list.title", Icon.PEOPLE, "/people", "organisation.people", 30),
        entry("organisation.duty.list.title", Icon.PERSON, "/roles", "organisation.duties", 40));
  }

  private static NavEntry entry(
      String label, Icon icon, String path, String permission, int order) {
    return new NavEntry(Question.PEOPLE, label, icon, path, permission, order);
  }
}
