package se.tillit.asset.carrier;

import static org.jooq.impl.DSL.noCondition;
import static se.tillit.schema.asset.Tables.CARRIER;

import java.util.Map;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import se.tillit.asset.CarrierKind;

/// Which carriers a list shows, as its address says it.
public record CarrierFilter(
    String text, @Nullable CarrierKind kind, boolean retired, @Nullable String after) {

  /// A municipality has some hundred systems; a page holds as many as one reads.
  static final int PAGE = 50;

  static final int MOST = PAGE + 1;

  static CarrierFilter of(Map<String, String> parameters) {
    String text = parameters.getOrDefault("q", "").strip();
    String after = parameters.get("after");
    return new CarrierFilter(
        text,
        CarrierKind.of(parameters.getOrDefault("kind", "")).orElse(null),
        "retired".equals(parameters.get("shelf")),
        after == null || after.isBlank() ? null : after);
  }

  Condition condition() {
    Condition all = CARRIER.STATE.eq(retired ? "retired" : "active");
    if (!text.isEmpty()) {
      all =
          all.and(
              CARRIER.NAME.containsIgnoreCase(text).or(CARRIER.SUPPLIER.containsIgnoreCase(text)));
    }
    if (kind != null) {
      all = all.and(CARRIER.KIND.eq(kind.key()));
    }
    return all.and(
        after == null ? noCondition() : CARRIER.NAME.gt(se.tillit.web.Cursor.parse(after).at(0)));
  }

  public boolean narrows() {
    return !text.isEmpty() || kind != null || retired;
  }
}
