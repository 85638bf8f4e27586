package se.tillit.incident.handling;

import static org.jooq.impl.DSL.inline;
import static se.tillit.schema.incident.Tables.INCIDENT;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record7;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import se.tillit.search.SearchSource;
import se.tillit.web.Icon;

/// The cases with personal data, for the data protection officer, who finds no others.
@Component
class PersonalCaseSearch implements SearchSource {

  @Override
  public String kind() {
    return "incident-personal";
  }

  @Override
  public String labelKey() {
    return "incident.search.personal";
  }

  @Override
  public Icon icon() {
    return Icon.INCIDENT;
  }

  @Override
  public String permission() {
    return "incident.read-personal";
  }

  @Override
  public Set<String> subjects() {
    return Set.of("incident");
  }

  @Override
  public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
    return CaseSearch.records(INCIDENT.PERSONAL_DATA.eq(inline("YES")));
  }
}
