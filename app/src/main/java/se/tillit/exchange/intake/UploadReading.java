package se.tillit.exchange.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.SpokenWording;
import se.tillit.exchange.column.Columns;
import se.tillit.exchange.column.RowProblem;
import se.tillit.exchange.column.RowReading;
import se.tillit.exchange.column.TableReading;
import se.tillit.exchange.table.TableLimits;
import se.tillit.exchange.table.TableReader;
import se.tillit.job.JobKind;
import se.tillit.kernel.Refused;

/// Reads a file row by row into staging. However many rows are wrong, only so many are told of one
/// by one; the rest are counted.
@Component
class UploadReading {

  private static final int TOLD = 10_000;
  private static final int AT_ONCE = 500;
  private static final int PROGRESS = 5_000;

  private final StagingStore staging;

  UploadReading(StagingStore staging) {
    this.staging = staging;
  }

  /// What was found in the file beside its rows.
  record Found(
      int rows,
      int untold,
      List<String> unknownHeadings,
      List<String> unreadSheets,
      String digest) {}

  Found read(UUID upload, Path file, ImportKind kind, JobKind.Progress progress) {
    Columns columns = Columns.of(SpokenWording.INSTANCE, kind.columns());
    try (TableReader table = TableReader.open(file, TableLimits.STANDARD)) {
      TableReading reading = columns.read(table);
      Pass pass = new Pass(upload, kind, progress);
      staging.stage(upload, lane -> reading.forEachRemaining(row -> pass.take(row, lane)));
      if (pass.rows == 0) {
        throw new Refused("exchange.table.empty");
      }
      pass.flush();
      return new Found(
          pass.rows, pass.untold, reading.unknownHeadings(), table.unreadSheets(), pass.digest());
    }
  }

  /// One pass over one file. Problems wait until staging is done: the connection is busy with it.
  private final class Pass {
    private final UUID upload;
    private final ImportKind kind;
    private final JobKind.Progress progress;
    private final StagedCells cells = new StagedCells();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowProblem> notices = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private int rows;
    private int untold;

    Pass(UUID upload, ImportKind kind, JobKind.Progress progress) {
      this.upload = upload;
      this.kind = kind;
      this.progress = progress;
    }

    void take(RowReading row, StagingStore.Lane lane) {
      rows++;
      if (row.isSound()) {
        byte[] line = cells.line(row, kind.columns()).getBytes(UTF_8);
        digest.update(line);
        lane.add(line);
      } else if (problems.size() < TOLD) {
        problems.addAll(row.problems());
      } else {
        untold++;
      }
      if (notices.size() < TOLD) {
        notices.addAll(row.notices());
      }
      if (rows % PROGRESS == 0) {
        progress.of(rows, 0);
      }
    }

    void flush() {
      keep(problems, false);
      keep(notices, true);
    }

    private void keep(List<RowProblem> all, boolean notice) {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        staging.keep(upload, all.subList(from, Math.min(all.size(), from + AT_ONCE)), notice);
      }
    }

    String digest() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
