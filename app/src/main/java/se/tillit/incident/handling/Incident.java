package se.tillit.incident.handling;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.CaseCard;
import se.tillit.incident.Certainty;
import se.tillit.incident.IncidentState;

/// A case as its handlers know it.
public record Incident(
    UUID id,
    String reference,
    Told told,
    Certainty certainty,
    IncidentState state,
    Place place,
    CaseCard.Moments moments,
    Hands hands,
    Judged judged,
    Harm harm,
    Done done,
    Filed filed,
    int version) {

  /// What the reporter wrote, and what the case is called.
  public record Told(String title, String happening, String about) {}

  /// Whose it is, with names.
  public record Place(
      @Nullable UUID unit,
      @Nullable String unitName,
      @Nullable UUID body,
      @Nullable String bodyName,
      @Nullable UUID legalEntity,
      @Nullable String legalEntityName) {

    public @Nullable String name() {
      return unitName != null ? unitName : bodyName;
    }
  }

  /// Who reported and who handles; a protected identity has an empty name.
  public record Hands(
      @Nullable UUID reporter,
      @Nullable String reporterName,
      boolean anonymous,
      @Nullable UUID handler,
      @Nullable String handlerName) {}

  /// Which kind it is and how grave, as a level of the classification model.
  public record Judged(
      @Nullable String kind,
      @Nullable Integer severity,
      @Nullable Integer severityOf,
      String severityLabel,
      String severityMotive) {}

  /// Whom it strikes.
  public record Harm(
      String personalData,
      @Nullable Integer persons,
      @Nullable Integer records,
      boolean crimeSuspected,
      boolean crisisManagement) {}

  /// What was done about it, why it happened, and what was learnt.
  public record Done(
      String containment,
      String recovery,
      @Nullable String cause,
      String causeText,
      String lessons) {}

  /// Where it is kept and by which rules.
  public record Filed(
      @Nullable String secrecyGround,
      String diaryNumber,
      @Nullable UUID duplicateOf,
      @Nullable UUID exercise) {}
}
