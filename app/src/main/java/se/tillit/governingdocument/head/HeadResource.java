package se.tillit.governingdocument.head;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.governingdocument.GoverningDocumentPermissions;
import se.tillit.governingdocument.document.DocumentRegister;
import se.tillit.governingdocument.document.DocumentRow;
import se.tillit.governingdocument.document.ToldDocument;
import se.tillit.identity.Requires;
import se.tillit.web.Etag;

/// A document's head through the API.
@RestController
class HeadResource {

  private final DocumentRegister documents;
  private final HeadRegister register;

  HeadResource(DocumentRegister documents, HeadRegister register) {
    this.documents = documents;
    this.register = register;
  }

  /// What shall change: title, number, ownerRole, owner, parent, body, revisionRule, revisionYears,
  /// revisionDay. What is left out stands; null takes away (RFC 7396).
  static final class Patch {
    private final Map<String, @Nullable Object> said = new LinkedHashMap<>();

    @JsonAnySetter
    void say(String name, @Nullable Object value) {
      said.put(name, value);
    }

    String of(String name, @Nullable String before) {
      Object value = said.containsKey(name) ? said.get(name) : before;
      return value == null ? "" : value.toString();
    }
  }

  @Requires(value = GoverningDocumentPermissions.WRITE, everywhere = true)
  @PatchMapping("/api/v1/{tenant}/documents/{id}")
  ResponseEntity<ToldDocument> update(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Patch patch) {
    int version = Etag.demanded(ifMatch);
    DocumentRow row = documents.find(id);
    UUID owned = row.place().owner();
    HeadForm was = HeadForm.of(row, owned == null ? "" : owned.toString());
    HeadForm form =
        new HeadForm(
            patch.of("title", was.title()),
            patch.of("number", was.number()),
            patch.of("ownerRole", was.ownerRole()),
            patch.of("owner", was.owner()),
            patch.of("parent", was.parent()),
            patch.of("body", was.body()),
            patch.of("revisionRule", was.revisionRule()),
            patch.of("revisionYears", was.revisionYears()),
            patch.of("revisionDay", was.revisionDay()),
            version);
    UUID owner = HeadForm.id(form.owner(), "owner");
    register.change(id, form.head(row.level(), row.head().revision(), owner), form.day(), version);
    DocumentRow changed = documents.find(id);
    return ResponseEntity.ok().eTag(Etag.of(changed.version())).body(ToldDocument.of(changed));
  }
}
