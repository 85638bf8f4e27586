package se.tillit.search;

import static se.tillit.schema.search.Tables.ENTRY;
import static se.tillit.schema.search.Tables.TRIGRAM;
import static se.tillit.schema.search.Tables.WORD;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.Scope;
import se.tillit.identity.Viewer;

/// Finds records by words: each word asked for must stand in the record, whole, as a beginning, or
/// nearly.
@Component
class Search {

  private static final int MOST_ENDINGS = 40;
  private static final int MOST_GUESSES = 60;

  // Joins the wanted words to their postings, cut by scope; arrays and grouping read better as SQL.
  private static final String FIND =
      """
      select p.kind, p.record_id, sum(p.weight * w.weight) as score
      from unnest({0}::text[], {1}::int[], {2}::int[]) as w (word, place, weight)
      join search.posting p on p.word = w.word collate "C"
      where {3}
      group by p.kind, p.record_id
      having count(distinct w.place) = {4}
      order by score desc, p.record_id
      limit {5}
      """;

  private final DSLContext sql;
  private final Map<String, SearchSource> sources;

  Search(DSLContext sql, List<SearchSource> sources) {
    this.sql = sql;
    this.sources =
        sources.stream()
            .sorted(Comparator.comparing(SearchSource::kind))
            .collect(
                Collectors.toMap(
                    SearchSource::kind, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  /// A word to look for: which of the asked words it stands for, and how well.
  private record Wanted(String word, int place, int weight) {}

  /// The kinds that this viewer may find.
  List<SearchSource> kindsFor(Viewer viewer) {
    return sources.values().stream().filter(it -> viewer.may(it.permission())).toList();
  }

  @Transactional(readOnly = true)
  List<Hit> find(Viewer viewer, String asked, @Nullable String kind, int limit) {
    List<String> words = Spelling.words(asked);
    Condition scope = scopeOf(viewer, kind);
    if (words.isEmpty() || scope.equals(DSL.falseCondition())) {
      return List.of();
    }
    var wanted = new ArrayList<Wanted>();
    for (int place = 0; place < words.size(); place++) {
      wanted.addAll(spellings(words.get(place), place));
    }
    var found =
        sql.resultQuery(
                FIND,
                DSL.val(wanted.stream().map(Wanted::word).toArray(String[]::new)),
                DSL.val(wanted.stream().map(Wanted::place).toArray(Integer[]::new)),
                DSL.val(wanted.stream().map(Wanted::weight).toArray(Integer[]::new)),
                scope,
                DSL.inline(words.size()),
                DSL.inline(limit))
            .fetch();
    var order = new LinkedHashMap<UUID, String>();
    found.forEach(row -> order.put(row.get(1, UUID.class), row.get(0, String.class)));
    return shown(order, asked);
  }

  private List<Hit> shown(Map<UUID, String> order, String asked) {
    var hits =
        sql.selectFrom(ENTRY)
            .where(ENTRY.RECORD_ID.in(order.keySet()))
            .and(ENTRY.KIND.in(Set.copyOf(order.values())))
            .fetchMap(
                ENTRY.RECORD_ID,
                row ->
                    hit(
                        row.getKind(),
                        row.getRecordId(),
                        row.getTitle(),
                        row.getSubtitle(),
                        row.getPath()));
    String exactly = asked.strip().toLowerCase(Locale.ROOT);
    return order.keySet().stream()
        .filter(hits::containsKey)
        .map(hits::get)
        .sorted(
            Comparator.comparing(hit -> !hit.title().toLowerCase(Locale.ROOT).contains(exactly)))
        .toList();
  }

  private Hit hit(String kind, UUID id, String title, String subtitle, String path) {
    SearchSource source = sources.get(kind);
    if (source == null) {
      throw new IllegalStateException("no such kind: " + kind);
    }
    return new Hit(kind, source.labelKey(), source.icon(), id, title, subtitle, path);
  }

  /// The word itself and its longer forms; near words too when nothing is spelt just so.
  private List<Wanted> spellings(String word, int place) {
    var wanted = new ArrayList<Wanted>();
    for (String known :
        sql.select(WORD.WORD_)
            .from(WORD)
            .where(WORD.WORD_.ge(word))
            .and(WORD.WORD_.lt(word + '\uffff'))
            .orderBy(WORD.WORD_)
            .limit(MOST_ENDINGS)
            .fetch(WORD.WORD_)) {
      wanted.add(new Wanted(known, place, known.equals(word) ? 6 : 3));
    }
    int most = Spelling.tolerance(word);
    if (wanted.isEmpty() && most > 0) {
      for (String known : guesses(word)) {
        if (Spelling.near(word, known, most)) {
          wanted.add(new Wanted(known, place, 1));
        }
      }
    }
    return wanted;
  }

  private List<String> guesses(String word) {
    return sql.select(TRIGRAM.WORD)
        .from(TRIGRAM)
        .where(TRIGRAM.TRIGRAM_.in(Spelling.trigrams(word)))
        .groupBy(TRIGRAM.WORD)
        .orderBy(DSL.count().desc(), TRIGRAM.WORD)
        .limit(MOST_GUESSES)
        .fetch(TRIGRAM.WORD);
  }

  private Condition scopeOf(Viewer viewer, @Nullable String onlyKind) {
    var unit = DSL.field("p.unit_id", UUID.class);
    var body = DSL.field("p.body_id", UUID.class);
    Condition any = DSL.falseCondition();
    for (SearchSource source : kindsFor(viewer)) {
      if (onlyKind == null || onlyKind.equals(source.kind())) {
        Scope scope = viewer.scope(source.permission());
        Condition kind = DSL.field("p.kind", String.class).eq(source.kind());
        Condition reached =
            scope.everything()
                ? DSL.trueCondition()
                : unit.isNull()
                    .and(body.isNull())
                    .or(scope.covers(unit))
                    .or(unit.isNull().and(scope.coversBody(body)));
        any = any.or(kind.and(reached));
      }
    }
    return any;
  }
}
