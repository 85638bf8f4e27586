package se.tillit.incident.handling;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tillit.incident.routing.CaseChoices;
import se.tillit.incident.routing.Terms;
import se.tillit.web.Option;
import se.tillit.web.Words;

/// What each field of a case offers to choose among.
@Component
class FieldChoices {

  private final CaseChoices choices;
  private final Terms terms;

  FieldChoices(CaseChoices choices, Terms terms) {
    this.choices = choices;
    this.terms = terms;
  }

  Map<CaseField, List<Option>> of(CaseField.Part part, TypedFields typed, Words words) {
    var all = new EnumMap<CaseField, List<Option>>(CaseField.class);
    for (CaseField field : part.fields()) {
      if (field.form() == CaseField.Form.CHOICE) {
        all.put(field, options(field, typed.text(field), words));
      }
    }
    return all;
  }

  /// A value as a person reads it.
  String said(CaseField field, String value, Words words) {
    return switch (field.form()) {
      case CHOICE ->
          options(field, value, words).stream()
              .filter(Option::chosen)
              .map(Option::label)
              .findFirst()
              .orElse(value);
      case FLAG -> words.t(value.equals("true") ? "incident.yes" : "incident.no");
      case MOMENT -> value.replace('T', ' ');
      default -> value;
    };
  }

  private List<Option> options(CaseField field, String chosen, Words words) {
    return switch (field) {
      case KIND -> terms.options("kind", chosen, words);
      case CAUSE -> terms.options("cause", chosen, words);
      case BODY -> choices.bodies(chosen);
      case HANDLER -> choices.handlers(chosen);
      case GROUND -> choices.grounds(chosen, words);
      case PERSONAL ->
          Stream.of("YES", "NO", "UNKNOWN")
              .map(it ->
                  Option.of(
                      it,
                      words.t("incident.personal." + it.toLowerCase(Locale.ROOT)),
                      it.equals(chosen)))
              .toList();
      default -> List.of();
    };
  }
}
