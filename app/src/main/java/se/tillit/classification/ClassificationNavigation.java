package se.tillit.classification;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// The way to classifications and the model.
@Component
class ClassificationNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        new NavEntry(
            Question.HOLDINGS,
            "classification.nav",
            Icon.SECRET,
            "/classifications",
            "classification.read",
            215));
  }
}
