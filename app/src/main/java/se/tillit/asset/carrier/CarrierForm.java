package se.tillit.asset.carrier;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.asset.CarrierKind;
import se.tillit.kernel.Refused;

/// A carrier as a form or an API call writes it.
public record CarrierForm(
    @Nullable String name,
    @Nullable String kind,
    @Nullable String description,
    @Nullable String unit,
    @Nullable String owner,
    @Nullable String supplier) {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 8000;

  static CarrierForm blank() {
    return new CarrierForm("", "system", "", "", "", "");
  }

  static CarrierForm of(Carrier carrier) {
    CarrierDraft facts = carrier.facts();
    UUID owner = facts.owner();
    return new CarrierForm(
        facts.name(),
        facts.kind().key(),
        facts.description(),
        facts.unit().toString(),
        owner == null ? "" : owner.toString(),
        facts.supplier());
  }

  /// Everything that is wrong with it, in the order of its fields.
  List<Refused> faults() {
    var faults = new ArrayList<Refused>();
    if (text(name).isEmpty()) {
      faults.add(new Refused("asset.name.missing").at("name"));
    } else if (text(name).length() > LONGEST_NAME) {
      faults.add(new Refused("asset.name.too-long", LONGEST_NAME).at("name"));
    }
    if (CarrierKind.of(text(kind)).isEmpty()) {
      faults.add(new Refused("asset.carrier.kind.unknown").at("kind"));
    }
    if (id(unit) == null) {
      faults.add(new Refused("asset.carrier.unit.missing").at("unit"));
    }
    if (text(description).length() > LONGEST_TEXT) {
      faults.add(new Refused("asset.description.too-long", LONGEST_TEXT).at("description"));
    }
    if (!text(owner).isEmpty() && id(owner) == null) {
      faults.add(new Refused("asset.delegate.not-here").at("owner"));
    }
    if (text(supplier).length() > LONGEST_NAME) {
      faults.add(new Refused("asset.carrier.supplier.too-long", LONGEST_NAME).at("supplier"));
    }
    return faults;
  }

  /// The draft, once there are no faults; the first fault otherwise.
  CarrierDraft draft() {
    List<Refused> faults = faults();
    UUID where = id(unit);
    if (!faults.isEmpty() || where == null) {
      throw faults.getFirst();
    }
    return new CarrierDraft(
        text(name),
        CarrierKind.of(text(kind)).orElseThrow(),
        text(description),
        where,
        id(owner),
        text(supplier));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip().replace("\u0000", "");
  }

  private static @Nullable UUID id(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank() ? null : UUID.fromString(typed.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
