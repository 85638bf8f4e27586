package se.tillit.asset.register;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;
import static se.tillit.schema.asset.Tables.WORD;
import static se.tillit.schema.organisation.Tables.CURRENT_ASSIGNMENT;
import static se.tillit.schema.organisation.Tables.CURRENT_MANAGER;
import static se.tillit.schema.organisation.Tables.CURRENT_UNIT_ANCESTOR;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import se.tillit.asset.InformationForm;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;
import se.tillit.schema.kernel.Routines;

/// Filters and scope as SQL, so written that an index answers what can be answered from one.
final class AssetConditions {

  static final LocalDate NEVER = LocalDate.of(1, 1, 1);

  /// When last confirmed; long ago when never. Spelt as its index spells it.
  static final Field<LocalDate> CONFIRMED = confirmed(INFORMATION_ASSET.CONFIRMED_ON);

  private static final String AFTER_ALL = "\uffff";

  private AssetConditions() {}

  static Field<LocalDate> confirmed(@Nullable Field<LocalDate> day) {
    return coalesce(day, inline(NEVER, SQLDataType.LOCALDATE));
  }

  /// What the viewer may see: the units in reach, and what is delegated to the viewer in person.
  static Condition visible(Viewer viewer, AssetFilter filter) {
    Condition shelf = INFORMATION_ASSET.STATE.eq(inline(filter.shelf().state()));
    if (filter.shelf() == AssetFilter.Shelf.LOCKED) {
      return shelf.and(viewer.scope(AssetReading.SECURITY).covers(INFORMATION_ASSET.UNIT_ID));
    }
    return shelf.and(reach(viewer.scope(AssetReading.READ), AssetStore.personOf(viewer)));
  }

  private static Condition reach(Scope scope, @Nullable UUID person) {
    if (scope.everything()) {
      return noCondition();
    }
    Condition units = scope.covers(INFORMATION_ASSET.UNIT_ID);
    return person == null ? units : units.or(INFORMATION_ASSET.DELEGATED_OWNER.eq(person));
  }

  static Condition matches(AssetFilter filter) {
    Condition all = noCondition();
    for (String word : words(filter.text())) {
      all = all.and(named(word));
    }
    UUID unit = filter.unit();
    if (unit != null) {
      all = all.and(below(unit));
    }
    InformationForm form = filter.form();
    if (form != null) {
      all = all.and(INFORMATION_ASSET.FORMS.contains(new String[] {form.key()}));
    }
    if (filter.personalData() != null) {
      all = all.and(INFORMATION_ASSET.PERSONAL_DATA.eq(filter.personalData().key()));
    }
    return filter.lack() == null ? all : all.and(lacks(filter.lack()));
  }

  static Condition below(UUID unit) {
    return INFORMATION_ASSET.UNIT_ID.in(
        select(CURRENT_UNIT_ANCESTOR.UNIT_ID)
            .from(CURRENT_UNIT_ANCESTOR)
            .where(CURRENT_UNIT_ANCESTOR.ANCESTOR_ID.eq(unit)));
  }

  private static Condition named(String word) {
    return INFORMATION_ASSET.ID.in(
        select(WORD.ASSET_ID)
            .from(WORD)
            .where(WORD.WORD_.ge(word))
            .and(WORD.WORD_.lt(word + AFTER_ALL)));
  }

  private static Condition lacks(AssetFilter.Lack lack) {
    return switch (lack) {
      case OWNER -> vacant();
      case CLASS -> INFORMATION_ASSET.CLASS_LEVEL.eq((short) -1);
      case EXPIRED_CLASS -> INFORMATION_ASSET.CLASS_UNTIL.lt(Routines.today());
      case CONFIRMATION ->
          CONFIRMED.lt(
              org.jooq.impl.DSL.field(
                  "({0} - interval '1 year')::date", SQLDataType.LOCALDATE, Routines.today()));
    };
  }

  /// Nobody answers: the delegate has left, or nobody manages the unit and none above it, as where
  /// the unit is no more.
  static Condition vacant() {
    var left =
        INFORMATION_ASSET
            .DELEGATED_OWNER
            .isNotNull()
            .and(
                notExists(
                    selectOne()
                        .from(CURRENT_ASSIGNMENT)
                        .where(
                            CURRENT_ASSIGNMENT.PERSON_ID.eq(INFORMATION_ASSET.DELEGATED_OWNER))));
    var unmanaged =
        INFORMATION_ASSET
            .DELEGATED_OWNER
            .isNull()
            .and(
                INFORMATION_ASSET.UNIT_ID.notIn(
                    select(CURRENT_MANAGER.UNIT_ID).from(CURRENT_MANAGER)));
    return left.or(unmanaged);
  }

  /// The words to look for, cut as the register cuts names.
  static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.forLanguageTag("sv")).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .limit(6)
        .toList();
  }
}
