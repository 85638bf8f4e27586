package se.tillit.exchange;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// Imports stand with the people and the organisation, which they mostly fill.
@Component
class ExchangeNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        new NavEntry(
            Question.PEOPLE,
            "exchange.import.title",
            Icon.UPLOAD,
            "/imports",
            "exchange.import",
            60));
  }
}
