package se.tillit.incident.handling;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Sweden;

/// Fields of a case as somebody typed them: all text, until understood one by one.
public record TypedFields(Map<CaseField, String> texts) {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST = 20_000;

  static TypedFields of(Map<String, String> parameters, CaseField.Part part) {
    var texts = new EnumMap<CaseField, String>(CaseField.class);
    for (CaseField field : part.fields()) {
      String text = parameters.get(field.key());
      if (field.form() == CaseField.Form.FLAG) {
        texts.put(field, String.valueOf("true".equals(text)));
      } else if (text != null) {
        texts.put(field, text);
      }
    }
    return new TypedFields(texts);
  }

  /// What a form shows for the case as it stands.
  static TypedFields of(Incident incident) {
    var texts = new EnumMap<CaseField, String>(CaseField.class);
    values(incident).forEach((field, value) -> texts.put(field, shown(value)));
    return new TypedFields(texts);
  }

  public String text(CaseField field) {
    return texts.getOrDefault(field, "");
  }

  /// Understands what was typed, field by field.
  Map<CaseField, @Nullable Object> understood() {
    var values = new EnumMap<CaseField, @Nullable Object>(CaseField.class);
    texts.forEach((field, text) -> values.put(field, understood(field, text.strip())));
    return values;
  }

  static Map<CaseField, @Nullable Object> values(Incident incident) {
    var values = new EnumMap<CaseField, @Nullable Object>(CaseField.class);
    var harm = incident.harm();
    var done = incident.done();
    var moments = incident.moments();
    values.put(CaseField.TITLE, incident.told().title());
    values.put(CaseField.KIND, incident.judged().kind());
    values.put(CaseField.BODY, incident.place().body());
    values.put(CaseField.HANDLER, incident.hands().handler());
    values.put(CaseField.PERSONAL, harm.personalData());
    values.put(CaseField.PERSONS, harm.persons());
    values.put(CaseField.RECORDS, harm.records());
    values.put(CaseField.CRIME, harm.crimeSuspected());
    values.put(CaseField.CRISIS, harm.crisisManagement());
    values.put(CaseField.GROUND, incident.filed().secrecyGround());
    values.put(CaseField.DIARY, incident.filed().diaryNumber());
    values.put(CaseField.OCCURRED, moments.occurredAt());
    values.put(CaseField.NOTICED, moments.noticedAt());
    values.put(CaseField.CONTAINED, moments.containedAt());
    values.put(CaseField.CONTAINMENT, done.containment());
    values.put(CaseField.HANDLED, moments.handledAt());
    values.put(CaseField.RECOVERY, done.recovery());
    values.put(CaseField.CAUSE, done.cause());
    values.put(CaseField.REASON, done.causeText());
    values.put(CaseField.LESSONS, done.lessons());
    return values;
  }

  private static @Nullable Object understood(CaseField field, String text) {
    return switch (field.form()) {
      case TEXT, LINES -> limited(field, text);
      case FLAG -> text.equals("true");
      case NUMBER -> text.isEmpty() ? null : number(field, text);
      case MOMENT -> text.isEmpty() ? null : moment(field, text);
      case CHOICE -> choice(field, text);
    };
  }

  private static String limited(CaseField field, String text) {
    int longest = field.form() == CaseField.Form.TEXT ? LONGEST_TITLE : LONGEST;
    if (text.length() > longest) {
      throw new Refused("incident.field.too-long", longest).at(field.key());
    }
    if (field == CaseField.TITLE && text.isEmpty()) {
      throw new Refused("incident.field.title-missing").at(field.key());
    }
    return text;
  }

  private static @Nullable Object choice(CaseField field, String text) {
    if (field == CaseField.PERSONAL) {
      return switch (text) {
        case "YES", "NO", "UNKNOWN" -> text;
        default -> throw new Refused("incident.field.choice-unknown").at(field.key());
      };
    }
    if (text.isEmpty()) {
      return null;
    }
    if (field != CaseField.BODY && field != CaseField.HANDLER) {
      return text;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException malformed) {
      throw new Refused("incident.field.choice-unknown").at(field.key());
    }
  }

  private static Integer number(CaseField field, String text) {
    String digits = text.replaceAll("[\\s\u00a0\u2009]", "");
    if (!digits.matches("\\d{1,9}")) {
      throw new Refused("incident.field.number-wrong").at(field.key());
    }
    return Integer.valueOf(digits);
  }

  /// A Swedish wall-clock time as forms send it, or an instant with its offset as JSON does.
  static Instant moment(CaseField field, String text) {
    return moment(field.key(), text);
  }

  static Instant moment(String field, String text) {
    try {
      return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text.replace(' ', 'T')).atZone(Sweden.ZONE).toInstant();
    } catch (DateTimeException malformed) {
      throw new Refused("incident.field.moment-wrong").at(field);
    }
  }

  static String shown(@Nullable Object value) {
    if (value instanceof Instant instant) {
      String local = instant.atZone(Sweden.ZONE).toLocalDateTime().withNano(0).toString();
      return local.length() > 16 ? local.substring(0, 16) : local;
    }
    return value == null ? "" : value.toString();
  }
}
