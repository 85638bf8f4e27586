package se.tillit.search;

import static se.tillit.schema.search.Tables.ENTRY;
import static se.tillit.schema.search.Tables.POSTING;
import static se.tillit.schema.search.Tables.PROGRESS;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.ChangeFeed;
import se.tillit.kernel.Acting;

/// Keeps the index in step with the trail. A few changed records are read again at once, by the
/// search that needs them; a bulk change is left to the background.
@Component
class SearchIndex {

  // Builds postings of many records in one statement; regexp and lateral joins read better as SQL.
  private static final String POST =
      """
      insert into search.posting (tenant_id, word, kind, record_id, weight, unit_id, body_id)
      select r.tenant_id, w.word, {0}, r.record_id, max(w.weight), r.unit_id, r.body_id
      from (
        select kernel.current_tenant() as tenant_id, r.*
        from ({1}) as r (record_id, unit_id, body_id, title, subtitle, words, path)
        where {2}) r
      cross join lateral (
        select word, 4 as weight from search.words(r.title) as word
        union all
        select word, 2 from search.words(r.subtitle) as word
        union all
        select word, 1 from search.words(r.words) as word) w
      where length(w.word) <= 60
      group by r.tenant_id, w.word, r.record_id, r.unit_id, r.body_id
      """;

  private static final String LEARN =
      """
      with fresh as (
        insert into search.word (tenant_id, word)
        select distinct p.tenant_id, p.word from search.posting p where p.kind = {0} and {1}
        on conflict do nothing
        returning tenant_id, word)
      insert into search.trigram (tenant_id, trigram, word)
      select distinct f.tenant_id, substr(' ' || f.word, i, 3), f.word
      from fresh f cross join lateral generate_series(1, length(f.word) - 1) as i
      on conflict do nothing
      """;

  /// Beside the kinds: the entry up to which no kind has anything left to read.
  private static final String ALL = "";

  private final DSLContext sql;
  private final ChangeFeed feed;
  private final Map<String, SearchSource> sources;

  SearchIndex(DSLContext sql, ChangeFeed feed, List<SearchSource> sources) {
    this.sql = sql;
    this.feed = feed;
    this.sources =
        sources.stream().collect(Collectors.toMap(SearchSource::kind, Function.identity()));
  }

  /// Reads again what has changed since last time; true when something large remains for the
  /// background.
  @Transactional
  boolean catchUp() {
    long now = feed.newest();
    Map<String, Long> seen =
        sql.selectFrom(PROGRESS).fetchMap(PROGRESS.KIND, PROGRESS.TRAIL_NUMBER);
    if (seen.getOrDefault(ALL, -1L) == now || !lock()) {
      return false;
    }
    boolean remains = false;
    for (SearchSource source : sources.values()) {
      long last = seen.getOrDefault(source.kind(), -1L);
      var changes = feed.since(source.subjects(), Math.max(last, 0));
      long context = source.contexts().isEmpty() ? 0 : feed.newest(source.contexts());
      if (last < 0 || changes.everything()) {
        remains |= Math.max(changes.newest(), context) > 0;
      } else if (context > last) {
        read(source, DSL.trueCondition());
        remember(source.kind(), Math.max(changes.newest(), context));
      } else if (!changes.subjects().isEmpty()) {
        read(source, field("record_id").in(changes.subjects()));
        remember(source.kind(), changes.newest());
      }
    }
    if (!remains) {
      remember(ALL, now);
    }
    return remains;
  }

  /// Reads every kind that is behind by a bulk change, or has never been read.
  @Transactional
  void catchUpWholly() {
    if (!lock()) {
      return;
    }
    Map<String, Long> seen =
        sql.selectFrom(PROGRESS).fetchMap(PROGRESS.KIND, PROGRESS.TRAIL_NUMBER);
    for (SearchSource source : sources.values()) {
      long last = seen.getOrDefault(source.kind(), -1L);
      var changes = feed.since(source.subjects(), Math.max(last, 0));
      long context = source.contexts().isEmpty() ? 0 : feed.newest(source.contexts());
      long newest = Math.max(changes.newest(), context);
      if (newest > last) {
        read(source, DSL.trueCondition());
        remember(source.kind(), newest);
      }
    }
  }

  private void read(SearchSource source, Condition which) {
    sql.deleteFrom(POSTING).where(POSTING.KIND.eq(source.kind())).and(which).execute();
    sql.deleteFrom(ENTRY).where(ENTRY.KIND.eq(source.kind())).and(which).execute();
    Table<?> records =
        source
            .records()
            .asTable("r", "record_id", "unit_id", "body_id", "title", "subtitle", "words", "path");
    Condition wanted = which.and(field("record_id").isNotNull());
    sql.insertInto(
            ENTRY,
            ENTRY.TENANT_ID,
            ENTRY.KIND,
            ENTRY.RECORD_ID,
            ENTRY.UNIT_ID,
            ENTRY.BODY_ID,
            ENTRY.TITLE,
            ENTRY.SUBTITLE,
            ENTRY.PATH)
        .select(
            sql.select(
                    DSL.val(Acting.current().tenant().value()),
                    DSL.val(source.kind()),
                    field("record_id"),
                    field("unit_id"),
                    field("body_id"),
                    DSL.field("r.title", String.class),
                    DSL.coalesce(DSL.field("r.subtitle", String.class), DSL.inline("")),
                    DSL.field("r.path", String.class))
                .from(records)
                .where(wanted))
        .execute();
    sql.query(POST, DSL.val(source.kind()), source.records(), wanted).execute();
    sql.query(LEARN, DSL.val(source.kind()), which).execute();
  }

  private void remember(String kind, long number) {
    sql.insertInto(PROGRESS)
        .set(PROGRESS.TENANT_ID, Acting.current().tenant().value())
        .set(PROGRESS.KIND, kind)
        .set(PROGRESS.TRAIL_NUMBER, number)
        .onDuplicateKeyUpdate()
        .set(PROGRESS.TRAIL_NUMBER, number)
        .execute();
  }

  /// One reader a tenant at a time, over all nodes; the others search what is there.
  private boolean lock() {
    Record got =
        sql.resultQuery(
                "select pg_try_advisory_xact_lock(hashtext('search'), hashtext({0}))",
                DSL.val(Acting.current().tenant().toString()))
            .fetchOne();
    return got != null && Boolean.TRUE.equals(got.get(0, Boolean.class));
  }

  private static Field<UUID> field(String name) {
    return DSL.field(DSL.name(name), UUID.class);
  }
}
