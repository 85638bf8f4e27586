package se.tillit.asset.measure;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;
import static se.tillit.schema.asset.Tables.ASSET_OWNER;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.asset.PersonalData;
import se.tillit.exchange.document.Block;
import se.tillit.exchange.document.KeyFigures;
import se.tillit.exchange.document.KeyFigures.KeyFigure;
import se.tillit.exchange.document.Paragraph;
import se.tillit.exchange.document.ReportSection;
import se.tillit.exchange.document.Table;
import se.tillit.exchange.document.Tone;
import se.tillit.identity.Role;
import se.tillit.kernel.Sweden;
import se.tillit.schema.kernel.Routines;
import se.tillit.web.Words;

/// What the data protection officer tells each board of its information with personal data: how
/// much there is, and what has no owner or no valid class (M-3g, M-4d).
@Component
class PersonalDataInReports implements ReportSection {

  private static final int MOST = 12;
  private static final Condition UNOWNED = ASSET_OWNER.OWNER_ID.isNull();
  private static final Condition UNCLASSED =
      coalesce(field(CURRENT_ASSET.CLASS_UNTIL.ge(Routines.today())), inline(false)).isFalse();

  private final DSLContext sql;
  private final Clock clock;

  PersonalDataInReports(DSLContext sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public boolean isToldBy(String role) {
    return role.equals(Role.DATA_PROTECTION_OFFICER.key());
  }

  private record Sums(int all, int special, int criminal, int unowned, int unclassed) {}

  /// The register keeps no days gone by, so of such a day nothing is told.
  @Override
  @Transactional(readOnly = true)
  public Optional<Section> tell(About about, Words words) {
    if (!about.day().equals(Sweden.today(clock))) {
      return Optional.empty();
    }
    Condition here =
        CURRENT_ASSET
            .PERSONAL_DATA
            .ne(PersonalData.NONE.key())
            .and(about.body() == null ? noCondition() : CURRENT_UNIT.BODY_ID.eq(about.body()));
    Sums sums = sums(here);
    List<Block> blocks = new ArrayList<>();
    if (sums.all() == 0) {
      blocks.add(Paragraph.of(words.t("asset.in-report.personal.none")));
    } else {
      blocks.add(figures(sums, words));
      blocks.add(
          Paragraph.of(words.t("asset.in-report.personal.kinds", sums.special(), sums.criminal())));
      if (sums.unowned() + sums.unclassed() > 0) {
        blocks.add(lacking(here.and(UNOWNED.or(UNCLASSED)), words));
      }
    }
    return Optional.of(new Section(words.t("asset.in-report.personal.title"), blocks));
  }

  private Sums sums(Condition here) {
    return sql.select(
            count(),
            count().filterWhere(CURRENT_ASSET.PERSONAL_DATA.eq(PersonalData.SPECIAL.key())),
            count().filterWhere(CURRENT_ASSET.PERSONAL_DATA.eq(PersonalData.CRIMINAL.key())),
            count().filterWhere(UNOWNED),
            count().filterWhere(UNCLASSED))
        .from(CURRENT_ASSET)
        .join(ASSET_OWNER)
        .on(ASSET_OWNER.ASSET_ID.eq(CURRENT_ASSET.ASSET_ID))
        .join(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(CURRENT_ASSET.UNIT_ID))
        .where(here)
        .fetchSingle(
            it -> new Sums(it.value1(), it.value2(), it.value3(), it.value4(), it.value5()));
  }

  private static KeyFigures figures(Sums sums, Words words) {
    return new KeyFigures(
        List.of(
            figure(sums.all(), "asset.in-report.personal.all", Tone.PLAIN, words),
            figure(
                sums.unowned(), "asset.in-report.personal.unowned", worse(sums.unowned()), words),
            figure(
                sums.unclassed(),
                "asset.in-report.personal.unclassed",
                worse(sums.unclassed()),
                words)));
  }

  private static Tone worse(int count) {
    return count == 0 ? Tone.GOOD : Tone.BAD;
  }

  private static KeyFigure figure(int count, String key, Tone tone, Words words) {
    return new KeyFigure(words.number(count), words.t(key), "", tone);
  }

  private Table lacking(Condition which, Words words) {
    Field<String> owner = when(UNOWNED, inline("asset.in-report.personal.no-owner"));
    Field<String> label = when(UNCLASSED, inline("asset.in-report.personal.no-class"));
    List<Table.Row> rows =
        sql.select(CURRENT_ASSET.NAME, CURRENT_UNIT.NAME, owner, label)
            .from(CURRENT_ASSET)
            .join(ASSET_OWNER)
            .on(ASSET_OWNER.ASSET_ID.eq(CURRENT_ASSET.ASSET_ID))
            .join(CURRENT_UNIT)
            .on(CURRENT_UNIT.UNIT_ID.eq(CURRENT_ASSET.UNIT_ID))
            .where(which)
            .orderBy(
                CURRENT_ASSET.PERSONAL_DATA.eq(PersonalData.ORDINARY.key()),
                CURRENT_UNIT.NAME,
                CURRENT_ASSET.NAME)
            .limit(MOST)
            .fetch(it ->
                Table.Row.of(
                    it.value1(),
                    it.value2(),
                    it.value3() == null ? "" : words.t(it.value3()),
                    it.value4() == null ? "" : words.t(it.value4())));
    return new Table(
        words.t("asset.in-report.personal.lacking"),
        List.of(
            Table.Column.text(words.t("asset.column.name"), 4),
            Table.Column.text(words.t("asset.column.unit"), 3),
            Table.Column.text(words.t("asset.column.owner"), 2),
            Table.Column.text(words.t("asset.column.class"), 2)),
        rows);
  }
}
