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

  private final DSLContext sql;
  private final Postings postings;
  private final Map<String, SearchSource> sources;

  Search(DSLContext sql, Postings postings, List<SearchSource> sources) {
    this.sql = sql;
    this.postings = postings;
    this.sources =
        sources.stream()
            .sorted(Comparator.comparing(SearchSource::kind))
            .collect(
                Collectors.toMap(
                    SearchSource::kind, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

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
    var wanted = new ArrayList<Postings.Wanted>();
    for (int place = 0; place < words.size(); place++) {
      wanted.addAll(spellings(words.get(place), place));
    }
    return shown(postings.best(wanted, words.size(), scope, limit), asked);
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
  private List<Postings.Wanted> spellings(String word, int place) {
    var wanted = new ArrayList<Postings.Wanted>();
    for (String known :
        sql.select(WORD.WORD_)
            .from(WORD)
            .where(WORD.WORD_.ge(word))
            .and(WORD.WORD_.lt(word + '\uffff'))
            .orderBy(WORD.WORD_)
            .limit(MOST_ENDINGS)
            .fetch(WORD.WORD_)) {
      wanted.add(new Postings.Wanted(known, place, known.equals(word) ? 6 : 3));
    }
    int most = Spelling.tolerance(word);
    if (wanted.isEmpty() && most > 0) {
      for (String known : guesses(word)) {
        if (Spelling.near(word, known, most)) {
          wanted.add(new Postings.Wanted(known, place, 1));
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
