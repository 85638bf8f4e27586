package se.tillit.asset.register;

import static se.tillit.schema.asset.Tables.SECRECY_GROUND;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The grounds for secrecy that the law knows (offentlighets- och sekretesslagen 2009:400), as
/// dated data.
@Component
public class SecrecyGrounds {

  private final DSLContext sql;

  SecrecyGrounds(DSLContext sql) {
    this.sql = sql;
  }

  /// One provision: what it protects is the message `asset.ground.<code>`.
  public record Ground(
      String code, String provision, String harmTest, @Nullable Integer maxYears) {}

  List<Ground> all() {
    return sql.select(
            SECRECY_GROUND.CODE,
            SECRECY_GROUND.PROVISION,
            SECRECY_GROUND.HARM_TEST,
            SECRECY_GROUND.MAX_YEARS)
        .from(SECRECY_GROUND)
        .orderBy(SECRECY_GROUND.POSITION)
        .fetch(Records.mapping(Ground::new));
  }

  Set<String> codes() {
    return all().stream().map(Ground::code).collect(Collectors.toSet());
  }
}
