package se.tillit.asset.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.asset.SettledClass;

/// One line of the register.
///
/// @param owner nobody when it is vacant
public record AssetRow(
    UUID id,
    String name,
    String informationType,
    UUID unit,
    String unitName,
    @Nullable UUID owner,
    @Nullable String ownerName,
    List<String> forms,
    String personalData,
    boolean secret,
    @Nullable LocalDate confirmedOn,
    SettledClass settled,
    int version) {

  public AssetRow {
    forms = List.copyOf(forms);
  }
}
