package se.tillit.improvement.action;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.improvement.Tables.ACTION_WORD;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import se.tillit.search.Spelling;

/// Finds actions by the beginnings of their titles' words, with and without å ä ö.
@Component
class ActionWords {

  /// A word in more titles than this is looked for in each action, in the order of the list, until
  /// the page is full; a rarer one tells at once which actions it stands in.
  private static final int RARE = 5_000;

  private static final String AFTER_ALL = "\uffff";

  private final DSLContext sql;

  ActionWords(DSLContext sql) {
    this.sql = sql;
  }

  /// That each word of the text begins a word of the action's title.
  Condition within(Field<UUID> action, String text) {
    Condition all = noCondition();
    for (String word : Spelling.words(text)) {
      all = all.and(isRare(word) ? amongFew(action, word) : standsIn(action, word));
    }
    return all;
  }

  private boolean isRare(String word) {
    return sql.fetchCount(selectOne().from(ACTION_WORD).where(begins(word)).limit(inline(RARE)))
        < RARE;
  }

  private static Condition amongFew(Field<UUID> action, String word) {
    return action.eq(
        any(array(select(ACTION_WORD.ACTION_ID).from(ACTION_WORD).where(begins(word)))));
  }

  private static Condition standsIn(Field<UUID> action, String word) {
    // A fence: else the planner would look up all its places first.
    return exists(
        selectOne()
            .from(ACTION_WORD)
            .where(ACTION_WORD.ACTION_ID.eq(action))
            .and(begins(word))
            .offset(inline(0)));
  }

  private static Condition begins(String word) {
    return ACTION_WORD.WORD.ge(word).and(ACTION_WORD.WORD.lt(word + AFTER_ALL));
  }
}
