package se.tillit.governingdocument;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// Governing documents stand under what the municipality must.
@Component
class GoverningDocumentNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        new NavEntry(
            Question.DUTIES,
            "governingdocument.nav",
            Icon.DOCUMENT,
            "/documents",
            GoverningDocumentPermissions.READ,
            310));
  }
}
