package se.tillit.asset.register;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Cursor;
import se.tillit.web.Etag;

/// The register over the API: list, take up, read and change.
@RestController
class AssetResource {

  private static final int MOST = 200;

  private final AssetList list;
  private final AssetReading reading;
  private final AssetRegister register;
  private final AssetLinks links;
  private final SecrecyGrounds grounds;

  AssetResource(
      AssetList list,
      AssetReading reading,
      AssetRegister register,
      AssetLinks links,
      SecrecyGrounds grounds) {
    this.list = list;
    this.reading = reading;
    this.register = register;
    this.links = links;
    this.grounds = grounds;
  }

  /// One page of assets; `next` leads on.
  record Listing(List<Line> items, @Nullable String next) {}

  /// An asset in a list.
  record Line(
      UUID id,
      String name,
      String informationType,
      AssetJson.UnitJson unit,
      @Nullable UUID owner,
      List<String> forms,
      String personalData,
      @Nullable LocalDate confirmedOn,
      AssetJson.@Nullable ClassJson classification) {

    static Line of(AssetRow row) {
      return new Line(
          row.id(),
          row.name(),
          row.informationType(),
          new AssetJson.UnitJson(row.unit(), row.unitName()),
          row.owner(),
          row.forms(),
          row.personalData(),
          row.confirmedOn(),
          AssetJson.classOf(row.settled()));
    }
  }

  @Requires("asset.read")
  @GetMapping("/api/v1/{tenant}/assets")
  Listing list(
      Viewer viewer,
      @RequestParam Map<String, String> parameters,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after) {
    if (limit < 1 || limit > MOST) {
      throw new Refused("asset.limit.out-of-range", MOST).at("limit");
    }
    var wanted = new AssetList.Wanted(after == null ? null : Cursor.parse(after), null, limit);
    AssetPage page = list.page(viewer, AssetFilter.of(parameters), wanted);
    Cursor next = page.next();
    return new Listing(
        page.rows().stream().map(Line::of).toList(), next == null ? null : next.toString());
  }

  @Requires("asset.write")
  @PostMapping("/api/v1/{tenant}/assets")
  ResponseEntity<AssetJson> create(Viewer viewer, @RequestBody AssetForm form) {
    UUID id = register.register(viewer, form.draft(grounds.codes()), form.carrierIds());
    URI place = URI.create("/api/v1/" + viewer.seat().tenantKey() + "/assets/" + id);
    AssetJson created = json(viewer, id);
    return ResponseEntity.created(place).eTag(Etag.of(created.version())).body(created);
  }

  @Requires("asset.read")
  @GetMapping("/api/v1/{tenant}/assets/{id}")
  ResponseEntity<AssetJson> show(Viewer viewer, @PathVariable UUID id) {
    AssetJson found = json(viewer, id);
    return ResponseEntity.ok().eTag(Etag.of(found.version())).body(found);
  }

  @Requires("asset.write")
  @PutMapping("/api/v1/{tenant}/assets/{id}")
  ResponseEntity<AssetJson> update(
      Viewer viewer,
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody AssetForm form) {
    int version = Etag.demanded(ifMatch);
    register.amend(
        viewer,
        id,
        version,
        form.draft(grounds.codes()),
        form.carriers() == null ? null : form.carrierIds());
    AssetJson changed = json(viewer, id);
    return ResponseEntity.ok().eTag(Etag.of(changed.version())).body(changed);
  }

  private AssetJson json(Viewer viewer, UUID id) {
    return AssetJson.of(reading.open(viewer, id), links.carriers(id));
  }
}
