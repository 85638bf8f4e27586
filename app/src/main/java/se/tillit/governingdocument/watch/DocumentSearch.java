package se.tillit.governingdocument.watch;

import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.governingdocument.Tables.CLAUSE_IN_FORCE;
import static se.tillit.schema.governingdocument.Tables.DOCUMENT;

import java.util.Set;
import java.util.UUID;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.search.SearchSource;
import se.tillit.web.Icon;

/// Lets documents be found by title, and the demands in force by their words.
@Configuration(proxyBeanMethods = false)
class DocumentSearch {

  @Bean
  SearchSource documentSource() {
    return new Documents();
  }

  @Bean
  SearchSource clauseSource() {
    return new Clauses();
  }

  private static final class Documents implements SearchSource {

    @Override
    public String kind() {
      return "document";
    }

    @Override
    public String labelKey() {
      return "governingdocument.search.document";
    }

    @Override
    public Icon icon() {
      return Icon.DOCUMENT;
    }

    @Override
    public String permission() {
      return GoverningDocumentPermissions.READ;
    }

    @Override
    public Set<String> subjects() {
      return Set.of("document");
    }

    @Override
    public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
      return select(
              DOCUMENT.ID,
              castNull(SQLDataType.UUID),
              castNull(SQLDataType.UUID),
              DOCUMENT.TITLE,
              inline(""),
              inline(""),
              concat(inline("/documents/"), DOCUMENT.ID.cast(SQLDataType.VARCHAR)))
          .from(DOCUMENT);
    }
  }

  private static final class Clauses implements SearchSource {

    @Override
    public String kind() {
      return "clause";
    }

    @Override
    public String labelKey() {
      return "governingdocument.search.clause";
    }

    @Override
    public Icon icon() {
      return Icon.CLAUSE;
    }

    @Override
    public String permission() {
      return GoverningDocumentPermissions.READ;
    }

    @Override
    public Set<String> subjects() {
      return Set.of("clause");
    }

    @Override
    public Set<String> contexts() {
      return Set.of("document");
    }

    @Override
    public Select<Record7<UUID, UUID, UUID, String, String, String, String>> records() {
      var c = CLAUSE_IN_FORCE;
      return select(
              c.CLAUSE_ID,
              castNull(SQLDataType.UUID),
              castNull(SQLDataType.UUID),
              c.TEXT,
              c.DOCUMENT_TITLE,
              c.SECTION_TITLE,
              concat(
                  inline("/documents/"),
                  c.DOCUMENT_ID.cast(SQLDataType.VARCHAR),
                  inline("#clause-"),
                  c.CLAUSE_ID.cast(SQLDataType.VARCHAR)))
          .from(c)
          .where(c.KIND.in("DEMAND", "ROLE_DUTY"));
    }
  }
}
