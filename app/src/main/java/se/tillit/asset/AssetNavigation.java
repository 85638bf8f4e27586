package se.tillit.asset;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.web.Icon;
import se.tillit.web.NavigationSource;

/// The registers of what we have.
@Component
class AssetNavigation implements NavigationSource {

  @Override
  public List<NavEntry> entries() {
    return List.of(
        new NavEntry(
            Question.HOLDINGS, "asset.nav.assets", Icon.ASSET, "/assets", "asset.read", 210),
        new NavEntry(
            Question.HOLDINGS, "asset.nav.carriers", Icon.SYSTEM, "/carriers", "asset.read", 220));
  }
}
