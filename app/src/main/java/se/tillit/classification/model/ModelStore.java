package se.tillit.classification.model;

import static se.tillit.schema.classification.Tables.ASPECT;
import static se.tillit.schema.classification.Tables.CATEGORY;
import static se.tillit.schema.classification.Tables.CRITERION;
import static se.tillit.schema.classification.Tables.LEVEL;
import static se.tillit.schema.classification.Tables.MODEL;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Component;
import se.tillit.classification.Model;
import se.tillit.kernel.Acting;

/// The rows of the model.
@Component
class ModelStore {

  private final DSLContext sql;

  ModelStore(DSLContext sql) {
    this.sql = sql;
  }

  Optional<Model> inState(Model.State state) {
    return find(MODEL.STATE.eq(state.name().toLowerCase(Locale.ROOT)));
  }

  Optional<Model> byId(UUID id) {
    return find(MODEL.ID.eq(id));
  }

  private Optional<Model> find(Condition which) {
    return sql.selectFrom(MODEL)
        .where(which)
        .fetchOptional(row ->
            new Model(
                row.getId(),
                row.getNumber(),
                row.getName(),
                Model.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getValidMonths(),
                row.getAdoptedOn(),
                row.getReference(),
                aspects(row.getId()),
                levels(row.getId()),
                categories(row.getId()),
                criteria(row.getId())));
  }

  private List<Model.Aspect> aspects(UUID model) {
    return sql.select(ASPECT.KEY, ASPECT.LETTER, ASPECT.NAME, ASPECT.DEFINITION, ASPECT.QUESTION)
        .from(ASPECT)
        .where(ASPECT.MODEL_ID.eq(model))
        .orderBy(ASPECT.POSITION)
        .fetch(Records.mapping(Model.Aspect::new));
  }

  private List<Model.Level> levels(UUID model) {
    return sql.select(LEVEL.NUMBER, LEVEL.LABEL, LEVEL.DESCRIPTION, LEVEL.COLOUR)
        .from(LEVEL)
        .where(LEVEL.MODEL_ID.eq(model))
        .orderBy(LEVEL.NUMBER)
        .fetch(row ->
            new Model.Level(row.value1().intValue(), row.value2(), row.value3(), row.value4()));
  }

  private List<Model.Category> categories(UUID model) {
    return sql.select(CATEGORY.KEY, CATEGORY.NAME)
        .from(CATEGORY)
        .where(CATEGORY.MODEL_ID.eq(model))
        .orderBy(CATEGORY.POSITION)
        .fetch(Records.mapping(Model.Category::new));
  }

  private Map<String, Map<Integer, String>> criteria(UUID model) {
    var all = new HashMap<String, Map<Integer, String>>();
    sql.selectFrom(CRITERION)
        .where(CRITERION.MODEL_ID.eq(model))
        .forEach(row ->
            all.computeIfAbsent(row.getCategory(), key -> new HashMap<>())
                .put(row.getLevel().intValue(), row.getText()));
    return all;
  }

  /// Writes a whole version; its scale is its own unless the levels mean what they meant before.
  void insert(Model model, UUID scale) {
    sql.insertInto(MODEL)
        .set(MODEL.TENANT_ID, tenant())
        .set(MODEL.ID, model.id())
        .set(MODEL.NUMBER, model.number())
        .set(MODEL.SCALE_ID, scale)
        .set(MODEL.NAME, model.name())
        .set(MODEL.STATE, model.state().name().toLowerCase(Locale.ROOT))
        .set(MODEL.VALID_MONTHS, model.validMonths())
        .set(MODEL.ADOPTED_ON, model.adoptedOn())
        .set(MODEL.REFERENCE, model.reference())
        .execute();
    insertParts(model);
  }

  /// Writes the draft anew, part by part; false when it has another version by now.
  boolean rewrite(Model draft, int version) {
    int found =
        sql.update(MODEL)
            .set(MODEL.NAME, draft.name())
            .set(MODEL.VALID_MONTHS, draft.validMonths())
            .set(MODEL.VERSION, MODEL.VERSION.plus(1))
            .where(MODEL.ID.eq(draft.id()))
            .and(MODEL.VERSION.eq(version))
            .execute();
    if (found == 0) {
      return false;
    }
    sql.deleteFrom(CRITERION).where(CRITERION.MODEL_ID.eq(draft.id())).execute();
    sql.deleteFrom(ASPECT).where(ASPECT.MODEL_ID.eq(draft.id())).execute();
    sql.deleteFrom(CATEGORY).where(CATEGORY.MODEL_ID.eq(draft.id())).execute();
    sql.deleteFrom(LEVEL).where(LEVEL.MODEL_ID.eq(draft.id())).execute();
    insertParts(draft);
    return true;
  }

  int versionOf(UUID model) {
    return sql.select(MODEL.VERSION)
        .from(MODEL)
        .where(MODEL.ID.eq(model))
        .fetchSingle(row -> row.get(MODEL.VERSION));
  }

  private void insertParts(Model model) {
    UUID tenant = tenant();
    UUID id = model.id();
    var aspects =
        sql.insertInto(
            ASPECT,
            ASPECT.TENANT_ID,
            ASPECT.MODEL_ID,
            ASPECT.KEY,
            ASPECT.LETTER,
            ASPECT.NAME,
            ASPECT.DEFINITION,
            ASPECT.QUESTION,
            ASPECT.POSITION);
    int position = 0;
    for (Model.Aspect it : model.aspects()) {
      aspects =
          aspects.values(
              tenant,
              id,
              it.key(),
              it.letter(),
              it.name(),
              it.definition(),
              it.question(),
              position++);
    }
    aspects.execute();
    insertLevels(model);
    insertCriteria(model);
  }

  private void insertLevels(Model model) {
    UUID tenant = tenant();
    UUID id = model.id();
    var levels =
        sql.insertInto(
            LEVEL,
            LEVEL.TENANT_ID,
            LEVEL.MODEL_ID,
            LEVEL.NUMBER,
            LEVEL.LABEL,
            LEVEL.DESCRIPTION,
            LEVEL.COLOUR);
    for (Model.Level it : model.levels()) {
      levels =
          levels.values(tenant, id, (short) it.number(), it.label(), it.description(), it.colour());
    }
    levels.execute();
  }

  private void insertCriteria(Model model) {
    UUID tenant = tenant();
    var categories =
        sql.insertInto(
            CATEGORY,
            CATEGORY.TENANT_ID,
            CATEGORY.MODEL_ID,
            CATEGORY.KEY,
            CATEGORY.NAME,
            CATEGORY.POSITION);
    int position = 0;
    for (Model.Category it : model.categories()) {
      categories = categories.values(tenant, model.id(), it.key(), it.name(), position++);
    }
    categories.execute();
    var criteria =
        sql.insertInto(
            CRITERION,
            CRITERION.TENANT_ID,
            CRITERION.MODEL_ID,
            CRITERION.CATEGORY,
            CRITERION.LEVEL,
            CRITERION.TEXT);
    for (var category : model.criteria().entrySet()) {
      for (var level : category.getValue().entrySet()) {
        criteria =
            criteria.values(
                tenant,
                model.id(),
                category.getKey(),
                level.getKey().shortValue(),
                level.getValue());
      }
    }
    criteria.execute();
  }

  void adopt(UUID draft, LocalDate day, String reference, UUID scale) {
    sql.update(MODEL).set(MODEL.STATE, "replaced").where(MODEL.STATE.eq("adopted")).execute();
    sql.update(MODEL)
        .set(MODEL.STATE, "adopted")
        .set(MODEL.ADOPTED_ON, day)
        .set(MODEL.REFERENCE, reference)
        .set(MODEL.SCALE_ID, scale)
        .where(MODEL.ID.eq(draft))
        .execute();
  }

  UUID scaleOf(UUID model) {
    UUID scale =
        sql.select(MODEL.SCALE_ID).from(MODEL).where(MODEL.ID.eq(model)).fetchOne(MODEL.SCALE_ID);
    return scale == null ? model : scale;
  }

  int latestNumber() {
    Integer latest =
        sql.select(org.jooq.impl.DSL.max(MODEL.NUMBER)).from(MODEL).fetchOne(0, Integer.class);
    return latest == null ? 0 : latest;
  }

  List<Model> history() {
    return sql.select(MODEL.ID).from(MODEL).orderBy(MODEL.NUMBER.desc()).fetch(MODEL.ID).stream()
        .map(id -> byId(id).orElseThrow())
        .toList();
  }

  void delete(UUID draft) {
    sql.deleteFrom(MODEL).where(MODEL.ID.eq(draft)).and(MODEL.STATE.eq("draft")).execute();
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
