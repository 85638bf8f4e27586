package se.tillit.web;

import java.util.List;

/// A module's own entries in the side navigation; one bean a module. Each viewer sees those she may
/// open.
public interface NavigationSource {

  List<NavEntry> entries();

  /// One entry: under which question, which page below the tenant's address, for whom, and where in
  /// the order.
  record NavEntry(
      Question question, String labelKey, Icon icon, String path, String permission, int order) {}

  /// The five questions of the side navigation, and what only those who run the installation need.
  enum Question {
    POSITION("web.nav.position"),
    HOLDINGS("web.nav.holdings"),
    DUTIES("web.nav.duties"),
    EVENTS("web.nav.events"),
    PEOPLE("web.nav.people");

    private final String labelKey;

    Question(String labelKey) {
      this.labelKey = labelKey;
    }

    public String labelKey() {
      return labelKey;
    }
  }
}
