package se.tillit.exchange.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.web.Words;

/// What a module tells in the reports that a policy promises (K-4.1.7c, M-4a): a section of its own
/// with the figures of the body and the period that the report is about. One bean a section; a
/// report keeps it as it was told on the day it was frozen.
public interface ReportSection {

  /// Its place among the sections, the lowest first.
  int order();

  /// Whether it is told by the one who writes, named by her role (`Role.key()`). The data
  /// protection officer tells of what she watches over, and of nothing else (M-3g, M-4d).
  default boolean isToldBy(String role) {
    return role.equals("coordinator");
  }

  /// The section in a language; empty where there is nothing to tell.
  Optional<Section> tell(About about, Words words);

  /// What the report is about.
  ///
  /// @param body null for the whole tenant
  /// @param from first day of the period
  /// @param to last day of the period, which may lie ahead
  /// @param day the day of its figures
  record About(@Nullable UUID body, LocalDate from, LocalDate to, LocalDate day) {}

  /// A title and what stands under it.
  record Section(String title, List<Block> blocks) {

    public Section {
      blocks = List.copyOf(blocks);
    }
  }
}
