package se.tillit.incident.handling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.TableField;
import se.tillit.kernel.Refused;
import se.tillit.schema.incident.Tables;
import se.tillit.schema.incident.tables.records.IncidentRecord;

/// What a handler may write about a case, by the part of the case that it belongs to.
public enum CaseField {
  TITLE(Part.ASSESSMENT, Form.TEXT, Tables.INCIDENT.TITLE),
  KIND(Part.ASSESSMENT, Form.CHOICE, Tables.INCIDENT.KIND),
  BODY(Part.ASSESSMENT, Form.CHOICE, Tables.INCIDENT.BODY_ID),
  HANDLER(Part.ASSESSMENT, Form.CHOICE, Tables.INCIDENT.HANDLER_PERSON_ID),
  PERSONAL(Part.ASSESSMENT, Form.CHOICE, Tables.INCIDENT.PERSONAL_DATA),
  PERSONS(Part.ASSESSMENT, Form.NUMBER, Tables.INCIDENT.PERSONS_AFFECTED),
  RECORDS(Part.ASSESSMENT, Form.NUMBER, Tables.INCIDENT.RECORDS_AFFECTED),
  CRIME(Part.ASSESSMENT, Form.FLAG, Tables.INCIDENT.CRIME_SUSPECTED),
  CRISIS(Part.ASSESSMENT, Form.FLAG, Tables.INCIDENT.CRISIS_MANAGEMENT),
  GROUND(Part.ASSESSMENT, Form.CHOICE, Tables.INCIDENT.SECRECY_GROUND),
  DIARY(Part.ASSESSMENT, Form.TEXT, Tables.INCIDENT.DIARY_NUMBER),
  OCCURRED(Part.COURSE, Form.MOMENT, Tables.INCIDENT.OCCURRED_AT),
  NOTICED(Part.COURSE, Form.MOMENT, Tables.INCIDENT.NOTICED_AT),
  CONTAINED(Part.COURSE, Form.MOMENT, Tables.INCIDENT.CONTAINED_AT),
  CONTAINMENT(Part.COURSE, Form.LINES, Tables.INCIDENT.CONTAINMENT),
  HANDLED(Part.COURSE, Form.MOMENT, Tables.INCIDENT.HANDLED_AT),
  RECOVERY(Part.COURSE, Form.LINES, Tables.INCIDENT.RECOVERY),
  CAUSE(Part.OUTCOME, Form.CHOICE, Tables.INCIDENT.CAUSE),
  REASON(Part.OUTCOME, Form.LINES, Tables.INCIDENT.CAUSE_TEXT),
  LESSONS(Part.OUTCOME, Form.LINES, Tables.INCIDENT.LESSONS);

  private final Part part;
  private final Form form;
  private final TableField<IncidentRecord, ?> column;

  CaseField(Part part, Form form, TableField<IncidentRecord, ?> column) {
    this.part = part;
    this.form = form;
    this.column = column;
  }

  /// A group that is edited by itself.
  public enum Part {
    ASSESSMENT,
    COURSE,
    OUTCOME;

    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String key) {
      return Arrays.stream(values())
          .filter(it -> it.key().equals(key))
          .findFirst()
          .orElseThrow(() -> new Refused("incident.part.unknown").at("part"));
    }

    List<CaseField> fields() {
      return Arrays.stream(CaseField.values()).filter(it -> it.part == this).toList();
    }
  }

  /// How it is written.
  public enum Form {
    TEXT,
    LINES,
    CHOICE,
    FLAG,
    NUMBER,
    MOMENT
  }

  /// Its name in forms and JSON.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Form form() {
    return form;
  }

  /// Words about what happened: they stay out of the trail, which more people read.
  boolean isWords() {
    return form == Form.LINES || this == TITLE;
  }

  TableField<IncidentRecord, ?> column() {
    return column;
  }

  public String labelKey() {
    return "incident.field." + key();
  }
}
