package se.tillit.improvement.action;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import se.tillit.exchange.file.Attachment;
import se.tillit.exchange.file.FileDownload;
import se.tillit.exchange.file.SentFile;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.improvement.ImprovementPermissions;
import se.tillit.improvement.evidence.EvidenceFiles;
import se.tillit.kernel.Refused;

/// The files of an action over the API.
@RestController
class EvidenceResource {

  private static final String ALL = "/api/v1/{tenant}/actions/{id}/evidence";

  private final ActionEvidence evidence;
  private final EvidenceFiles files;

  EvidenceResource(ActionEvidence evidence, EvidenceFiles files) {
    this.evidence = evidence;
    this.files = files;
  }

  /// The files of an action.
  record EvidenceList(List<Attachment> items) {}

  @Requires(ImprovementPermissions.READ)
  @GetMapping(ALL)
  EvidenceList list(Viewer viewer, @PathVariable UUID id) {
    return new EvidenceList(evidence.of(viewer, id));
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @PostMapping(path = ALL, consumes = "multipart/form-data")
  ResponseEntity<Attachment> add(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable MultipartFile file)
      throws IOException {
    if (file == null) {
      throw new Refused("exchange.file.none").at("file");
    }
    SentFile sent = SentFile.of(file, ActionEvidence.LARGEST);
    Attachment kept = evidence.add(viewer, id, List.of(sent)).getFirst();
    return ResponseEntity.status(HttpStatus.CREATED).body(kept);
  }

  @Requires(ImprovementPermissions.READ)
  @GetMapping(ALL + "/{file}")
  void fetch(
      Viewer viewer, @PathVariable UUID id, @PathVariable UUID file, HttpServletResponse answer)
      throws IOException {
    FileDownload.give(answer, evidence.find(viewer, id, file), out -> files.write(file, out));
  }

  @Requires(ImprovementPermissions.PROGRESS)
  @DeleteMapping(ALL + "/{file}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(Viewer viewer, @PathVariable UUID id, @PathVariable UUID file) {
    evidence.remove(viewer, id, file);
  }
}
