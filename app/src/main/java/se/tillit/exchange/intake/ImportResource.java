package se.tillit.exchange.intake;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import se.tillit.exchange.ImportKind;
import se.tillit.exchange.Imports;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Words;

/// Tables on their way in, as JSON.
@RestController
class ImportResource {

  private final ImportViews views;
  private final ImportKinds kinds;
  private final Imports imports;

  ImportResource(ImportViews views, ImportKinds kinds, Imports imports) {
    this.views = views;
    this.kinds = kinds;
    this.imports = imports;
  }

  /// An upload.
  record ImportJson(
      UUID id,
      String kind,
      String state,
      String fileName,
      boolean complete,
      UploadRecord.Counts rows,
      @Nullable String refusal,
      Found found) {}

  /// What was found in the file that a person should see before it is accepted.
  record Found(
      List<String> unknownHeadings,
      List<String> unreadSheets,
      List<ImportView.Fault> problems,
      boolean moreProblems,
      List<ImportView.Group> changes) {}

  @Requires("exchange.import")
  @PostMapping("/api/v1/{tenant}/imports/{kind}")
  ResponseEntity<ImportJson> create(
      Viewer viewer,
      @PathVariable String kind,
      @RequestParam @Nullable MultipartFile file,
      @RequestParam @Nullable Boolean complete)
      throws IOException {
    if (file == null || file.isEmpty()) {
      throw new Refused("exchange.import.no-file").at("file");
    }
    ImportKind wanted = kinds.of(kind, viewer);
    UUID id =
        imports.send(
            wanted,
            viewer.scope(wanted.permission()),
            UploadedName.of(file),
            file.getInputStream(),
            complete);
    return ResponseEntity.accepted().location(address(viewer, id)).body(json(viewer, id, 0));
  }

  @Requires("exchange.import")
  @GetMapping("/api/v1/{tenant}/imports/{id}")
  ImportJson show(
      Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "0") int afterRow) {
    return json(viewer, id, afterRow);
  }

  @Requires("exchange.import")
  @PostMapping("/api/v1/{tenant}/imports/{id}/acceptance")
  ResponseEntity<ImportJson> accept(Viewer viewer, @PathVariable UUID id) {
    views.one(id, viewer);
    imports.accept(id);
    return ResponseEntity.accepted().location(address(viewer, id)).body(json(viewer, id, 0));
  }

  @Requires("exchange.import")
  @DeleteMapping("/api/v1/{tenant}/imports/{id}")
  ResponseEntity<Void> discard(Viewer viewer, @PathVariable UUID id) {
    views.one(id, viewer);
    imports.discard(id);
    return ResponseEntity.noContent().build();
  }

  private static URI address(Viewer viewer, UUID id) {
    return URI.create("/api/v1/" + viewer.seat().tenantKey() + "/imports/" + id);
  }

  private ImportJson json(Viewer viewer, UUID id, int afterRow) {
    Words words = Words.in(viewer.settings().language());
    ImportView view = views.view(id, afterRow, viewer, words);
    UploadRecord upload = view.upload();
    return new ImportJson(
        id,
        upload.kind(),
        upload.state().name(),
        upload.sending().fileName(),
        upload.sending().complete(),
        upload.counts(),
        view.refusal(),
        new Found(
            upload.asides().unknownHeadings(),
            upload.asides().unreadSheets(),
            view.faults(),
            view.moreFaults(),
            view.groups()));
  }
}
