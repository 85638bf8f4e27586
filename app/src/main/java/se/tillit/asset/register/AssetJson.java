package se.tillit.asset.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.asset.InformationForm;
import se.tillit.asset.SettledClass;

/// An asset as the API tells it.
record AssetJson(
    UUID id,
    String state,
    String name,
    String description,
    String informationType,
    List<String> forms,
    UnitJson unit,
    OwnerJson owner,
    ContentJson content,
    NeedJson criticality,
    @Nullable LocalDate confirmedOn,
    @Nullable ClassJson classification,
    List<UUID> carriers,
    int version) {

  /// The unit that the information belongs to.
  record UnitJson(UUID id, String name) {}

  /// Who answers for it; no id when it is vacant.
  record OwnerJson(@Nullable UUID id, @Nullable String name, boolean delegated, boolean vacant) {}

  /// What the law minds in it.
  record ContentJson(
      String personalData, boolean protectedIdentities, List<String> secrecy, String recordPlan) {}

  /// How badly it is needed.
  record NeedJson(String normal, String crisis) {}

  /// What its classification came to.
  record ClassJson(int level, String label, String profile, @Nullable LocalDate validUntil) {}

  static AssetJson of(Asset asset, List<UUID> carriers) {
    AssetDraft facts = asset.facts();
    Asset.Ownership ownership = asset.ownership();
    return new AssetJson(
        asset.id(),
        asset.state().name().toLowerCase(java.util.Locale.ROOT),
        facts.name(),
        facts.description(),
        facts.informationType(),
        facts.forms().stream().sorted().map(InformationForm::key).toList(),
        new UnitJson(facts.unit(), ownership.unitName()),
        new OwnerJson(
            ownership.owner(),
            ownership.ownerName(),
            ownership.isDelegated(),
            ownership.isVacant()),
        new ContentJson(
            facts.content().personalData().key(),
            facts.content().protectedIdentities(),
            facts.content().secrecy(),
            facts.content().recordPlan()),
        new NeedJson(facts.need().normal().key(), facts.need().crisis().key()),
        asset.confirmation().on(),
        classOf(asset.settled()),
        carriers,
        asset.version());
  }

  static @Nullable ClassJson classOf(SettledClass settled) {
    return settled.isSettled()
        ? new ClassJson(settled.level(), settled.label(), settled.profile(), settled.until())
        : null;
  }
}
