package se.tillit.asset.register;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.asset.Criticality;
import se.tillit.asset.InformationForm;
import se.tillit.asset.PersonalData;
import se.tillit.kernel.Refused;

/// An asset as a form or an API call writes it: words that are not yet found to be in order.
public record AssetForm(
    @Nullable String name,
    @Nullable String description,
    @Nullable String informationType,
    @Nullable String unit,
    @Nullable List<String> forms,
    @Nullable String personalData,
    @Nullable Boolean protectedIdentities,
    @Nullable List<String> secrecy,
    @Nullable String recordPlan,
    @Nullable String criticalityNormal,
    @Nullable String criticalityCrisis,
    @Nullable List<String> carriers) {

  static final int LONGEST_NAME = 200;
  static final int LONGEST_TEXT = 8000;

  public static AssetForm blank(@Nullable UUID unit) {
    return new AssetForm(
        "",
        "",
        "",
        unit == null ? "" : unit.toString(),
        List.of("digital"),
        "none",
        false,
        List.of(),
        "",
        "medium",
        "medium",
        List.of());
  }

  public static AssetForm of(Asset asset, List<UUID> carriers) {
    AssetDraft facts = asset.facts();
    return new AssetForm(
        facts.name(),
        facts.description(),
        facts.informationType(),
        facts.unit().toString(),
        facts.forms().stream().map(InformationForm::key).toList(),
        facts.content().personalData().key(),
        facts.content().protectedIdentities(),
        facts.content().secrecy(),
        facts.content().recordPlan(),
        facts.need().normal().key(),
        facts.need().crisis().key(),
        carriers.stream().map(UUID::toString).toList());
  }

  /// Everything that is wrong with it, in the order of its fields.
  public List<Refused> faults(Set<String> grounds) {
    var faults = new ArrayList<Refused>();
    if (text(name).isEmpty()) {
      faults.add(new Refused("asset.name.missing").at("name"));
    } else if (text(name).length() > LONGEST_NAME) {
      faults.add(new Refused("asset.name.too-long", LONGEST_NAME).at("name"));
    }
    if (text(description).length() > LONGEST_TEXT) {
      faults.add(new Refused("asset.description.too-long", LONGEST_TEXT).at("description"));
    }
    if (text(informationType).length() > LONGEST_NAME) {
      faults.add(new Refused("asset.type.too-long", LONGEST_NAME).at("informationType"));
    }
    if (id(unit) == null) {
      faults.add(new Refused("asset.unit.missing").at("unit"));
    }
    if (list(forms).isEmpty() || parsedForms().size() < Set.copyOf(list(forms)).size()) {
      faults.add(new Refused("asset.forms.missing").at("forms"));
    }
    faults.addAll(contentFaults(grounds));
    return faults;
  }

  private List<Refused> contentFaults(Set<String> grounds) {
    var faults = new ArrayList<Refused>();
    if (PersonalData.of(or(personalData, "none")).isEmpty()) {
      faults.add(new Refused("asset.personal.unknown").at("personalData"));
    }
    if (!grounds.containsAll(list(secrecy))) {
      faults.add(new Refused("asset.secrecy.unknown").at("secrecy"));
    }
    if (text(recordPlan).length() > LONGEST_NAME) {
      faults.add(new Refused("asset.record-plan.too-long", LONGEST_NAME).at("recordPlan"));
    }
    if (Criticality.of(or(criticalityNormal, "medium")).isEmpty()) {
      faults.add(new Refused("asset.criticality.unknown").at("criticalityNormal"));
    }
    if (Criticality.of(or(criticalityCrisis, "medium")).isEmpty()) {
      faults.add(new Refused("asset.criticality.unknown").at("criticalityCrisis"));
    }
    if (carrierIds().size() < list(carriers).size()) {
      faults.add(new Refused("asset.carriers.unknown").at("carriers"));
    }
    return faults;
  }

  /// The draft, once there are no faults; the first fault otherwise.
  public AssetDraft draft(Set<String> grounds) {
    List<Refused> faults = faults(grounds);
    UUID where = id(unit);
    if (!faults.isEmpty() || where == null) {
      throw faults.getFirst();
    }
    return new AssetDraft(
        text(name),
        text(description),
        text(informationType),
        where,
        parsedForms(),
        new AssetDraft.Content(
            PersonalData.of(or(personalData, "none")).orElseThrow(),
            Boolean.TRUE.equals(protectedIdentities),
            list(secrecy).stream().distinct().toList(),
            text(recordPlan)),
        new AssetDraft.Need(
            Criticality.of(or(criticalityNormal, "medium")).orElseThrow(),
            Criticality.of(or(criticalityCrisis, "medium")).orElseThrow()));
  }

  public List<UUID> carrierIds() {
    return list(carriers).stream().map(AssetForm::id).filter(it -> it != null).distinct().toList();
  }

  private Set<InformationForm> parsedForms() {
    var parsed = EnumSet.noneOf(InformationForm.class);
    list(forms).forEach(form -> InformationForm.of(form).ifPresent(parsed::add));
    return parsed;
  }

  public static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip().replace("\u0000", "");
  }

  private static String or(@Nullable String typed, String otherwise) {
    return typed == null || typed.isBlank() ? otherwise : typed;
  }

  private static List<String> list(@Nullable List<String> typed) {
    return typed == null ? List.of() : typed.stream().filter(it -> !it.isBlank()).toList();
  }

  private static @Nullable UUID id(@Nullable String typed) {
    try {
      return typed == null || typed.isBlank() ? null : UUID.fromString(typed.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
