package se.tillit.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Which records hold every word asked for, the best first. It begins with the rarest word, takes
/// its best places first, and stops at enough.
@Component
class Postings {

  /// So many places of one spelling are looked through, before all are.
  private static final int ENOUGH = 2_000;

  private static final int WORTH_COUNTING = 1_000;

  // How common each word asked for is, as far as it is worth knowing.
  private static final String COUNT =
      """
      select w.place, sum(p.places)
      from unnest({0}::text[], {1}::int[]) as w (word, place)
      cross join lateral (
        select count(*) as places
        from (select from search.posting p where p.word = w.word collate "C" limit {2}) p) p
      group by w.place
      """;

  // The best places of each spelling of one word, from an index that lies in that order.
  private static final String BEST =
      """
      select p.kind, p.record_id, max(p.weight * w.weight) as score
      from unnest({0}::text[], {1}::int[]) as w (word, weight)
      cross join lateral (
        select p.kind, p.record_id, p.weight from search.posting p
        where p.word = w.word collate "C" and {2}
        order by p.weight desc, p.record_id
        limit {3}) p
      group by p.kind, p.record_id
      """;

  // The same for several words: of the records that hold the rarest, those that hold the others
  // too.
  private static final String ALL =
      """
      with rarest as materialized ({0}),
      other as (
        select r.kind, r.record_id, r.score, w.place, max(p.weight * w.weight) as best
        from rarest r
        join search.posting p on p.kind = r.kind and p.record_id = r.record_id
        join unnest({1}::text[], {2}::int[], {3}::int[]) as w (word, place, weight)
          on w.word collate "C" = p.word
        group by r.kind, r.record_id, r.score, w.place)
      select kind, record_id, score + sum(best) as score
      from other
      group by kind, record_id, score
      having count(*) = {4}
      """;

  private final DSLContext sql;

  Postings(DSLContext sql) {
    this.sql = sql;
  }

  /// A spelling to look for: which of the words asked for it stands for, and how well.
  record Wanted(String word, int place, int weight) {}

  /// The kind of each record by its id, the best first; none when a word has no spelling.
  Map<UUID, String> best(List<Wanted> wanted, int words, Condition scope, int limit) {
    if (words == 1) {
      return ranked(rarest(wanted, scope, limit), limit);
    }
    Map<Integer, Integer> counted = counted(wanted);
    if (counted.size() < words) {
      return Map.of();
    }
    int rarest = rarest(counted);
    var found = holding(wanted, rarest, words, scope, ENOUGH, limit);
    boolean cut = counted.getOrDefault(rarest, 0) >= WORTH_COUNTING;
    return cut && found.size() < limit
        ? holding(wanted, rarest, words, scope, Integer.MAX_VALUE, limit)
        : found;
  }

  private Map<Integer, Integer> counted(List<Wanted> wanted) {
    return sql.resultQuery(COUNT, spellings(wanted), places(wanted), DSL.inline(WORTH_COUNTING))
        .fetchMap(row -> row.get(0, Integer.class), row -> row.get(1, Integer.class));
  }

  private static int rarest(Map<Integer, Integer> counted) {
    return counted.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private Map<UUID, String> holding(
      List<Wanted> wanted, int rarest, int words, Condition scope, int enough, int limit) {
    List<Wanted> first = wanted.stream().filter(it -> it.place() == rarest).toList();
    List<Wanted> others = wanted.stream().filter(it -> it.place() != rarest).toList();
    return ranked(
        DSL.sql(
            ALL,
            rarest(first, scope, enough),
            spellings(others),
            places(others),
            weights(others),
            DSL.inline(words - 1)),
        limit);
  }

  private static SQL rarest(List<Wanted> wanted, Condition scope, int enough) {
    return DSL.sql(BEST, spellings(wanted), weights(wanted), scope, DSL.inline(enough));
  }

  private Map<UUID, String> ranked(SQL records, int limit) {
    var order = new LinkedHashMap<UUID, String>();
    sql.resultQuery(
            "select kind, record_id from ({0}) found order by score desc, record_id limit {1}",
            records, DSL.inline(limit))
        .fetch()
        .forEach(row -> order.put(row.get(1, UUID.class), row.get(0, String.class)));
    return order;
  }

  private static Field<String[]> spellings(List<Wanted> wanted) {
    return DSL.val(wanted.stream().map(Wanted::word).toArray(String[]::new));
  }

  private static Field<Integer[]> places(List<Wanted> wanted) {
    return DSL.val(wanted.stream().map(Wanted::place).toArray(Integer[]::new));
  }

  private static Field<Integer[]> weights(List<Wanted> wanted) {
    return DSL.val(wanted.stream().map(Wanted::weight).toArray(Integer[]::new));
  }
}
