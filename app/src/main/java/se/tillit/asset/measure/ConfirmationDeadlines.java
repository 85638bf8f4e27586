package se.tillit.asset.measure;

import static org.jooq.impl.DSL.field;
import static se.tillit.schema.asset.Tables.CURRENT_ASSET;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import se.tillit.asset.DueAssets;
import se.tillit.deadline.DeadlineSource;

/// When assets are to be confirmed again.
@Component
class ConfirmationDeadlines implements DeadlineSource {

  @Override
  public String kind() {
    return "asset.confirmation";
  }

  @Override
  public String permission() {
    return "asset.read";
  }

  @Override
  public Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> deadlines() {
    return DueAssets.by(
        field(
            "({0} + interval '1 year')::date", SQLDataType.LOCALDATE, CURRENT_ASSET.CONFIRMED_ON));
  }
}
