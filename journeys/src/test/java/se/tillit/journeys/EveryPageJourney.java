package se.tillit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page of every menu: readable by a machine, in both colour schemes, on a desk and on a
/// phone.
@Execution(ExecutionMode.CONCURRENT)
class EveryPageJourney {

  @Test
  void theCoordinatorsPagesAreAccessible() {
    try (var visit =
        Visit.at(Visit.DESK, ColorScheme.LIGHT).as("Informationssäkerhetssamordnare", "kommunen")) {
      Set<String> pages = visit.menu();
      assertThat(pages).as("pages in the menu").isNotEmpty();
      pages.forEach(path -> visit.go(path).seemsRightInBothColours());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Chef, kommunen",
    "Medarbetare, kommunen",
    "Förtroendevald, kommunen",
    "Dataskyddsombud, kommunen",
    "Nämndsekreterare, kommunen",
    "Revisor, kommunen",
    "Administratör, kommunen",
    "Informationssäkerhetssamordnare, mellerud"
  })
  void everyPersonReachesAllThatTheirMenuOffersOnAPhone(String role, String tenant) {
    Set<String> paths = new LinkedHashSet<>();
    try (var visit = Visit.at(Visit.DESK, ColorScheme.LIGHT).as(role, tenant)) {
      paths.add(visit.path());
      paths.addAll(visit.menu());
      visit.seemsRight();
      visit.page().setViewportSize(Visit.PHONE, 844);
      paths.forEach(path -> visit.go(path).fits());
    }
  }

  @Test
  void theSignInPageIsAccessible() {
    try (var visit = Visit.at(Visit.PHONE, ColorScheme.LIGHT)) {
      visit.go("/sign-in").seemsRightInBothColours();
    }
  }
}
