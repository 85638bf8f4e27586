package se.tillit.audittrail;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.tillit.kernel.Acting;

/// Writes the acting tenant's whole trail so that an outsider can verify it with [TrailFile] alone
/// (M-2.1d).
@Component
public class TrailExport {

  private static final HexFormat HEX = HexFormat.of();

  private final ChainStore chain;
  private final Checkpoints checkpoints;
  private final SigningKey key;
  private final Trail trail;
  private final TransactionTemplate saying;
  private final TransactionTemplate reading;

  TrailExport(
      ChainStore chain,
      Checkpoints checkpoints,
      SigningKey key,
      Trail trail,
      PlatformTransactionManager transactions) {
    this.chain = chain;
    this.checkpoints = checkpoints;
    this.key = key;
    this.trail = trail;
    this.saying = new TransactionTemplate(transactions);
    this.reading = new TransactionTemplate(transactions);
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// Says in the trail that it is taken out, signs where it stands, and writes everything up to
  /// there.
  ///
  /// @return how many entries
  public long write(OutputStream target) {
    var tenant = Acting.current().tenant().value();
    saying.executeWithoutResult(
        status -> trail.record("audittrail.exported", Subject.of("tenant", tenant, "")));
    return Objects.requireNonNull(reading.execute(status -> writeAsOfNow(tenant, target)));
  }

  private long writeAsOfNow(UUID tenant, OutputStream target) {
    var closing = checkpoints.sign();
    Deque<Seal> seals = new ArrayDeque<>(checkpoints.all());
    long last = 0;
    try (var entries = chain.all()) {
      var out = new BufferedOutputStream(target, 1 << 16);
      line(out, TrailFile.head(tenant, key.publicKey()));
      for (var row : entries) {
        line(out, HEX.formatHex(row.getHash()) + " " + ChainStore.link(row).line());
        last = row.getNumber();
        while (!seals.isEmpty() && seals.getFirst().number() <= last) {
          line(out, TrailFile.seal(TrailFile.CHECKPOINT, seals.removeFirst()));
        }
      }
      line(out, TrailFile.seal(TrailFile.END, closing));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return last;
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
