package se.tillit.incident.report;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.asset.Tables.CURRENT_CARRIER;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_BODY;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Viewer;
import se.tillit.web.Option;

/// What the report form offers: where the reporter works, and what she may mean.
@Component
class ReportChoices {

  private static final int MOST_HITS = 8;

  private final DSLContext sql;

  ReportChoices(DSLContext sql) {
    this.sql = sql;
  }

  /// The units and boards that the viewer belongs to, by value `unit:…` or `body:…`; every board
  /// when she belongs nowhere.
  @Transactional(readOnly = true)
  public List<Option> places(Viewer viewer, @Nullable String chosen) {
    UUID me = viewer.person() == null ? new UUID(0, 0) : viewer.person().value();
    var a = CURRENT_ASSIGNMENT;
    List<Option> own =
        sql.selectDistinct(a.UNIT_ID, a.BODY_ID, CURRENT_UNIT.NAME, CURRENT_BODY.NAME)
            .from(a)
            .leftJoin(CURRENT_UNIT)
            .on(CURRENT_UNIT.TENANT_ID.eq(a.TENANT_ID))
            .and(CURRENT_UNIT.UNIT_ID.eq(a.UNIT_ID))
            .leftJoin(CURRENT_BODY)
            .on(CURRENT_BODY.TENANT_ID.eq(a.TENANT_ID))
            .and(CURRENT_BODY.BODY_ID.eq(a.BODY_ID))
            .where(a.PERSON_ID.eq(me))
            .orderBy(CURRENT_UNIT.NAME, CURRENT_BODY.NAME)
            .fetch(row ->
                row.value1() == null
                    ? option("body:" + row.value2(), row.value4(), chosen)
                    : option("unit:" + row.value1(), row.value3(), chosen));
    return own.isEmpty() ? bodies(chosen) : own;
  }

  private List<Option> bodies(@Nullable String chosen) {
    return sql.select(CURRENT_BODY.BODY_ID, CURRENT_BODY.NAME)
        .from(CURRENT_BODY)
        .where(CURRENT_BODY.KIND.notIn("auditors", "management_group"))
        .orderBy(CURRENT_BODY.NAME)
        .fetch(row -> option("body:" + row.value1(), row.value2(), chosen));
  }

  /// Systems by name, and information within the viewer's reach: those whose name has the words,
  /// and those chosen already.
  @Transactional(readOnly = true)
  public List<Meant> found(
      Viewer viewer, String words, Collection<UUID> assets, Collection<UUID> carriers) {
    String wanted = words.strip();
    Condition named =
        wanted.length() < 2
            ? falseCondition()
            : CURRENT_ASSET
                .NAME
                .containsIgnoreCase(wanted)
                .and(viewer.scope("asset.read").covers(CURRENT_ASSET.UNIT_ID));
    Condition called =
        wanted.length() < 2 ? falseCondition() : CURRENT_CARRIER.NAME.containsIgnoreCase(wanted);
    return sql.select(
            inline("carrier").as("kind"),
            CURRENT_CARRIER.CARRIER_ID,
            CURRENT_CARRIER.NAME,
            inline(""))
        .from(CURRENT_CARRIER)
        .where(called.or(CURRENT_CARRIER.CARRIER_ID.in(carriers)))
        .limit(MOST_HITS + carriers.size())
        .unionAll(
            select(inline("asset"), CURRENT_ASSET.ASSET_ID, CURRENT_ASSET.NAME, CURRENT_UNIT.NAME)
                .from(CURRENT_ASSET)
                .join(CURRENT_UNIT)
                .on(CURRENT_UNIT.TENANT_ID.eq(CURRENT_ASSET.TENANT_ID))
                .and(CURRENT_UNIT.UNIT_ID.eq(CURRENT_ASSET.UNIT_ID))
                .where(named.or(CURRENT_ASSET.ASSET_ID.in(assets)))
                .limit(MOST_HITS + assets.size()))
        .fetch(row -> new Meant(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  private static Option option(String value, String label, @Nullable String chosen) {
    return Option.of(value, label, value.equals(chosen));
  }
}
