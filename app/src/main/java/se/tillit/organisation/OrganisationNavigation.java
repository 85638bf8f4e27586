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
        new NavEntry(
            Question.HOLDINGS,
            "organisation.unit.list.title",
            Icon.ORGANISATION,
            "/units",
            "organisation.read",
            1),
        new NavEntry(
            Question.HOLDINGS,
            "organisation.body.list.title",
            Icon.LAW,
            "/bodies",
            "organisation.read",
            2),
        new NavEntry(
            Question.PEOPLE,
            "organisation.person.list.title",
            Icon.PEOPLE,
            "/people",
            "organisation.people",
            30),
        new NavEntry(
            Question.PEOPLE,
            "organisation.duty.list.title",
            Icon.PERSON,
            "/roles",
            "organisation.duties",
            40),
        new NavEntry(
            Question.PEOPLE,
            "organisation.setup.nav",
            Icon.CHECK,
            "/setup",
            "organisation.write",
            70));
  }
}
