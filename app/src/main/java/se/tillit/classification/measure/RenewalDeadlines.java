package se.tillit.classification.measure;

import static se.tillit.schema.asset.Tables.CURRENT_ASSET;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Record8;
import org.jooq.Select;
import org.springframework.stereotype.Component;
import se.tillit.asset.DueAssets;
import se.tillit.deadline.DeadlineSource;

/// When classes are out.
@Component
class RenewalDeadlines implements DeadlineSource {

  @Override
  public String kind() {
    return "classification.renewal";
  }

  @Override
  public String permission() {
    return "classification.read";
  }

  @Override
  public Select<Record8<LocalDate, String, UUID, UUID, UUID, String, Boolean, UUID>> deadlines() {
    return DueAssets.by(CURRENT_ASSET.CLASS_UNTIL);
  }
}
