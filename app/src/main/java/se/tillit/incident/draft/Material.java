package se.tillit.incident.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tillit.incident.routing.Term;
import se.tillit.schema.incident.tables.records.IncidentRecord;

/// What is known when a draft is filled: the case, who answers, and what has been told before.
record Material(
    IncidentRecord incident, Facts facts, Answering answering, Earlier earlier, Informed informed) {

  /// What stands beside the case itself.
  ///
  /// @param secrecy the provision that its ground for secrecy names; empty without one
  record Facts(
      @Nullable Contact handler,
      @Nullable Term kind,
      @Nullable Term cause,
      String secrecy,
      List<Asset> assets,
      List<Carrier> carriers,
      List<Noted> events,
      List<Consequence> consequences) {}

  /// Somebody to ask.
  record Contact(String name, String email, String phone) {}

  /// An affected information asset.
  ///
  /// @param personalData `none`, `ordinary`, `special` or `criminal`
  record Asset(
      String name, String level, String personalData, List<String> secrecy, boolean identities) {

    Asset {
      secrecy = List.copyOf(secrecy);
    }
  }

  record Carrier(String name, String kind, String supplier) {}

  /// Something that a person has noted in the timeline.
  record Noted(Instant at, String text) {}

  /// How grave it was in one category of the classification model.
  record Consequence(String category, int level) {}

  /// Who answers for the clock.
  ///
  /// @param entity the legal entity that it is or belongs to
  /// @param officer its data protection officer
  record Answering(
      String name,
      String entity,
      String number,
      @Nullable Contact officer,
      Instant startedAt,
      String lateBecause) {}

  /// What was sent at the stage before.
  ///
  /// @param changes what the case says now that was not sent then, by the field's name
  record Earlier(Map<String, String> values, Map<String, String> changes) {

    static final Earlier NOTHING = new Earlier(Map.of(), Map.of());
  }

  /// Whether the data subjects have been told, by the clock of GDPR art. 34.
  ///
  /// @param not why they will not be
  record Informed(boolean running, @Nullable Instant at, String not) {

    static final Informed UNKNOWN = new Informed(false, null, "");
  }

  /// What a clock without a case has to go by.
  static final Material NONE =
      new Material(
          new IncidentRecord(),
          new Facts(null, null, null, "", List.of(), List.of(), List.of(), List.of()),
          new Answering("", "", "", null, Instant.EPOCH, ""),
          Earlier.NOTHING,
          Informed.UNKNOWN);

  boolean isOfCase() {
    return incident != NONE.incident;
  }

  Material with(Answering who, Earlier before, Informed told) {
    return new Material(incident, facts, who, before, told);
  }
}
