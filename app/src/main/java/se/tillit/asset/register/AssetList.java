package se.tillit.asset.register;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT;
import static se.tillit.schema.organisation.Tables.PERSON_NAME;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.asset.SettledClass;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Cursor;

/// The register page by page, in one statement: ids from an index alone, then the rest of those few
/// rows.
@Component
class AssetList {

  static final int PAGE = 20;
  private static final int WORTH_COUNTING = 1000;

  private final DSLContext sql;

  AssetList(DSLContext sql) {
    this.sql = sql;
  }

  /// Which page: the first, the one after a row, or the one before it.
  record Wanted(@Nullable Cursor after, @Nullable Cursor before, int size) {

    static final Wanted FIRST = new Wanted(null, null, PAGE);

    boolean backwards() {
      return before != null;
    }
  }

  @Transactional(readOnly = true)
  public AssetPage page(Viewer viewer, AssetFilter filter, Wanted wanted) {
    Condition shown = AssetConditions.visible(viewer, filter).and(AssetConditions.matches(filter));
    List<AssetRow> rows = new ArrayList<>(rows(shown, filter.order(), wanted));
    boolean more = rows.size() > wanted.size();
    if (more) {
      rows.removeLast();
    }
    if (wanted.backwards()) {
      Collections.reverse(rows);
    }
    boolean hasPrevious = wanted.backwards() ? more : wanted.after() != null;
    boolean hasNext = wanted.backwards() || more;
    if (rows.isEmpty()) {
      return new AssetPage(rows, null, null, 0);
    }
    long counted = !hasPrevious && !hasNext ? rows.size() : count(shown, viewer, filter);
    return new AssetPage(
        rows,
        hasPrevious ? cursor(rows.getFirst(), filter.order()) : null,
        hasNext ? cursor(rows.getLast(), filter.order()) : null,
        counted);
  }

  private List<AssetRow> rows(Condition shown, AssetFilter.Order order, Wanted wanted) {
    var few =
        select(INFORMATION_ASSET.ID)
            .from(INFORMATION_ASSET)
            .where(shown)
            .and(beyond(order, wanted))
            .orderBy(orderBy(order, wanted.backwards()))
            // Inline, so that one plan serves every time.
            .limit(inline(wanted.size() + 1));
    Field<UUID> ownerId = AssetStore.OWNER.as("owner_id");
    var asset =
        select(INFORMATION_ASSET.fields())
            .select(ownerId)
            .from(INFORMATION_ASSET)
            .where(INFORMATION_ASSET.ID.in(few))
            // A fence: owners are found for these rows alone, not by hashing all people.
            .offset(inline(0))
            .asTable("information_asset");
    return sql.select(asset.fields())
        .select(CURRENT_UNIT.NAME.as("unit_name"), PERSON_NAME.NAME.as("owner_name"))
        .from(asset)
        .leftJoin(CURRENT_UNIT)
        .on(CURRENT_UNIT.UNIT_ID.eq(asset.field(INFORMATION_ASSET.UNIT_ID)))
        .leftJoin(PERSON_NAME)
        .on(PERSON_NAME.PERSON_ID.eq(asset.field(ownerId)))
        .orderBy(outerOrder(asset, order, wanted.backwards()))
        .fetch(AssetList::line);
  }

  private static AssetRow line(Record found) {
    var it = AssetStore.leading(found);
    String unitName = found.get("unit_name", String.class);
    return new AssetRow(
        it.getId(),
        it.getName(),
        it.getInformationType(),
        it.getUnitId(),
        unitName == null ? "" : unitName,
        found.get("owner_id", UUID.class),
        found.get("owner_name", String.class),
        List.of(it.getForms()),
        it.getPersonalData(),
        it.getSecrecy().length > 0,
        it.getConfirmedOn(),
        new SettledClass(
            it.getClassLevel(),
            it.getClassOf(),
            it.getClassLabel(),
            it.getClassProfile(),
            it.getClassUntil()),
        it.getVersion());
  }

  /// A whole register is not counted past what anybody reads; a narrow search over everything not
  /// at all.
  private long count(Condition shown, Viewer viewer, AssetFilter filter) {
    if (filter.narrows() && viewer.scope(AssetReading.READ).everything()) {
      return -1;
    }
    int counted =
        sql.fetchCount(
            select(inline(1))
                .from(INFORMATION_ASSET)
                .where(shown)
                .limit(inline(WORTH_COUNTING + 1)));
    return counted > WORTH_COUNTING ? -1 : counted;
  }

  private static List<OrderField<?>> orderBy(AssetFilter.Order order, boolean backwards) {
    boolean descending = order.descending() != backwards;
    return sorted(sortField(order.sort()), INFORMATION_ASSET.ID, descending);
  }

  private static List<OrderField<?>> outerOrder(
      org.jooq.Table<?> asset, AssetFilter.Order order, boolean backwards) {
    boolean descending = order.descending() != backwards;
    Field<?> id = asset.field(INFORMATION_ASSET.ID);
    Field<?> first =
        switch (order.sort()) {
          case NAME -> asset.field(INFORMATION_ASSET.NAME);
          case CLASS -> asset.field(INFORMATION_ASSET.CLASS_LEVEL);
          case CONFIRMED -> AssetConditions.confirmed(asset.field(INFORMATION_ASSET.CONFIRMED_ON));
        };
    if (first == null || id == null) {
      throw new IllegalStateException("the rows lack their sort fields");
    }
    return sorted(first, id, descending);
  }

  private static List<OrderField<?>> sorted(Field<?> first, Field<?> id, boolean descending) {
    return descending ? List.of(first.desc(), id.desc()) : List.of(first.asc(), id.asc());
  }

  private static Field<?> sortField(AssetFilter.Sort sort) {
    return switch (sort) {
      case NAME -> INFORMATION_ASSET.NAME;
      case CLASS -> INFORMATION_ASSET.CLASS_LEVEL;
      case CONFIRMED -> AssetConditions.CONFIRMED;
    };
  }

  private static Condition beyond(AssetFilter.Order order, Wanted wanted) {
    Cursor cursor = wanted.backwards() ? wanted.before() : wanted.after();
    if (cursor == null) {
      return org.jooq.impl.DSL.noCondition();
    }
    boolean less = order.descending() != wanted.backwards();
    try {
      UUID id = UUID.fromString(cursor.at(1));
      String value = cursor.at(0);
      return switch (order.sort()) {
        case NAME -> {
          var place = row(INFORMATION_ASSET.NAME, INFORMATION_ASSET.ID);
          yield less ? place.lt(value, id) : place.gt(value, id);
        }
        case CLASS -> {
          var place = row(INFORMATION_ASSET.CLASS_LEVEL, INFORMATION_ASSET.ID);
          short level = Short.parseShort(value);
          yield less ? place.lt(level, id) : place.gt(level, id);
        }
        case CONFIRMED -> {
          var place = row(AssetConditions.CONFIRMED, INFORMATION_ASSET.ID);
          var day = val(LocalDate.parse(value));
          yield less ? place.lt(day, val(id)) : place.gt(day, val(id));
        }
      };
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new Refused("web.cursor.malformed").at("after");
    }
  }

  static Cursor cursor(AssetRow row, AssetFilter.Order order) {
    LocalDate confirmed = row.confirmedOn();
    Object value =
        switch (order.sort()) {
          case NAME -> row.name();
          case CLASS -> row.settled().level();
          case CONFIRMED -> confirmed == null ? AssetConditions.NEVER : confirmed;
        };
    return Cursor.of(value, row.id());
  }
}
