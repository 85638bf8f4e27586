package se.tillit.asset;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An asset as other modules may know it.
///
/// @param owner who answers for it today; nobody when it is vacant
/// @param writable whether the viewer may change it
public record AssetCard(
    UUID id,
    String name,
    String informationType,
    UUID unit,
    String unitName,
    @Nullable UUID owner,
    Set<InformationForm> forms,
    boolean writable) {

  public AssetCard {
    forms = Set.copyOf(forms);
  }
}
