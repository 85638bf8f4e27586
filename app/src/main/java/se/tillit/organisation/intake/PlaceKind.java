package se.tillit.organisation.intake;

import java.util.Locale;

/// What a row of an organisation's file is; prints as staged.
enum PlaceKind {
  LEGAL_ENTITY,
  MUNICIPALITY,
  COMPANY_ENTITY,
  FEDERATION,
  BODY_COUNCIL,
  BODY_EXECUTIVE_BOARD,
  BODY_BOARD,
  BODY_COMPANY_BOARD,
  BODY_GUARDIAN,
  BODY_AUDITORS,
  BODY_DIRECTORATE,
  BODY_MANAGEMENT_GROUP,
  ADMINISTRATION,
  DEPARTMENT,
  UNIT,
  COMPANY;

  private static final String BODY = "body_";

  static PlaceKind of(String staged) {
    return valueOf(staged.toUpperCase(Locale.ROOT));
  }

  String key() {
    return "organisation.place." + toString().replace('_', '-');
  }

  boolean isEntity() {
    return this == LEGAL_ENTITY
        || this == MUNICIPALITY
        || this == COMPANY_ENTITY
        || this == FEDERATION;
  }

  boolean isBody() {
    return toString().startsWith(BODY);
  }

  /// The word in the database. A legal entity of no declared kind is told by its name.
  String word(String name) {
    if (isBody()) {
      return toString().substring(BODY.length());
    }
    if (this == COMPANY_ENTITY) {
      return "company";
    }
    if (this != LEGAL_ENTITY) {
      return toString();
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(" ab") || lower.contains("aktiebolag")) {
      return "company";
    }
    return lower.contains("förbund") ? "federation" : "municipality";
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
