package se.tillit.incident.attachment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.exchange.file.Attachment;
import se.tillit.exchange.file.KeepableFile;
import se.tillit.exchange.file.SentFile;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// The files of cases, and those of reports that are still being written.
@Component
public class Attachments {

  private static final int MOST = 20;

  private final AttachmentStore store;

  Attachments(AttachmentStore store) {
    this.store = store;
  }

  /// Keeps a file with a case; one of the same name and content is there already. One with a
  /// marking of a security-protection class is not kept.
  @Transactional
  public Attachment keep(UUID incident, SentFile file) {
    KeepableFile keepable = KeepableFile.of(file);
    List<Attachment> there = store.of(incident);
    for (Attachment one : there) {
      if (keepable.isSameAs(one)) {
        return one;
      }
    }
    demandRoom(there.size());
    return store.insert(new AttachmentStore.Place(incident, null), keepable);
  }

  /// Keeps a file with a report that is not sent yet, under its form's key.
  @Transactional
  public Attachment keep(String formKey, SentFile file) {
    demandRoom(store.waiting(formKey).size());
    return store.insert(new AttachmentStore.Place(null, formKey), KeepableFile.of(file));
  }

  /// Refuses a file that may not be kept, and keeps nothing.
  public void demandKeepable(SentFile file) {
    KeepableFile.of(file);
  }

  @Transactional(readOnly = true)
  public List<Attachment> of(UUID incident) {
    return store.of(incident);
  }

  @Transactional(readOnly = true)
  public List<Attachment> waiting(String formKey) {
    return store.waiting(formKey);
  }

  /// The report was sent: what waited for it belongs to its case.
  @Transactional
  public int adopt(String formKey, UUID incident) {
    return store.adopt(formKey, incident);
  }

  /// The report turned out to be nothing that may be kept.
  @Transactional
  public void forget(String formKey) {
    store.forget(formKey);
  }

  @Transactional(readOnly = true)
  public Attachment find(UUID incident, UUID id) {
    return store.of(incident).stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Unknown("attachment", id));
  }

  /// Writes the content, piece by piece.
  @Transactional(readOnly = true)
  public void write(UUID id, OutputStream out) throws IOException {
    store.write(id, out);
  }

  private static void demandRoom(int already) {
    if (already >= MOST) {
      throw new Refused("exchange.file.too-many", MOST).at("files");
    }
  }
}
