package se.tillit.improvement.measure;

import static org.jooq.impl.DSL.field;

import java.time.LocalDate;
import org.jooq.Field;

/// The day it is, as the application's clock says.
final class Today {

  static final Field<LocalDate> TODAY = field("kernel.today()", LocalDate.class);

  private Today() {}
}
