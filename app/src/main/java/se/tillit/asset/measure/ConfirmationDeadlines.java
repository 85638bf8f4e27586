package se.tillit.asset.measure;

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

  private static final int YEAR = 365;

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
    return DueAssets.by(CURRENT_ASSET.CONFIRMED_ON.plus(YEAR).cast(SQLDataType.LOCALDATE));
  }
}
