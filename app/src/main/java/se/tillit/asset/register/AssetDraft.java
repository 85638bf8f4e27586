package se.tillit.asset.register;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import se.tillit.asset.Criticality;
import se.tillit.asset.InformationForm;
import se.tillit.asset.PersonalData;

/// What somebody says of an asset, found to be in order.
public record AssetDraft(
    String name,
    String description,
    String informationType,
    UUID unit,
    Set<InformationForm> forms,
    Content content,
    Need need) {

  public AssetDraft {
    forms = Set.copyOf(forms);
  }

  /// What the information holds that the law minds.
  ///
  /// @param secrecy codes of grounds in offentlighets- och sekretesslagen (2009:400)
  /// @param recordPlan where the record plan (dokumenthanteringsplan) speaks of it
  public record Content(
      PersonalData personalData,
      boolean protectedIdentities,
      List<String> secrecy,
      String recordPlan) {

    public Content {
      secrecy = List.copyOf(secrecy);
    }
  }

  /// How badly it is needed, on normal days and in a crisis.
  public record Need(Criticality normal, Criticality crisis) {}
}
