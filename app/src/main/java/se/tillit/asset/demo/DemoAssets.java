package se.tillit.asset.demo;

import static se.tillit.schema.asset.Tables.ASSET_CARRIER;
import static se.tillit.schema.asset.Tables.CARRIER;
import static se.tillit.schema.asset.Tables.FLOW;
import static se.tillit.schema.asset.Tables.INFORMATION_ASSET;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.identity.DemoChapter;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Ids;

/// The third chapter of a demo: what information there is, on what, and how well it is kept. Some
/// of it is kept well, some confirmed too long ago, some never, and some has lost its owner.
@Component
class DemoAssets implements DemoChapter {

  private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

  private final DSLContext sql;
  private final DemoPlaces places;
  private final Trail trail;
  private final Clock clock;

  DemoAssets(DSLContext sql, DemoPlaces places, Trail trail, Clock clock) {
    this.sql = sql;
    this.places = places;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void write(String tenantKey) {
    List<DemoPlaces.Place> units = places.all();
    Map<String, UUID> carriers = carriers(units);
    Map<UUID, List<UUID>> employees = places.employees();
    List<UUID> leavers = places.leavers();
    for (String[] line : DemoFile.lines("assets.csv")) {
      for (DemoPlaces.Place unit : units) {
        boolean operative = !line[0].equals("*") || unit.kind().equals("unit");
        if (operative && DemoFile.isAbout(line[0], unit.name())) {
          UUID carrier = carriers.get(line[6]);
          UUID delegate =
              delegate(
                  variety(unit.name(), line[1]),
                  employees.getOrDefault(unit.id(), List.of()),
                  leavers);
          take(unit, line, carrier, delegate);
        }
      }
    }
    flow(carriers, "Skolplattformen", "Katalogtjänsten");
    flow(carriers, "HR-systemet", "Katalogtjänsten");
    flow(carriers, "HR-systemet", "Ekonomisystemet");
    flow(carriers, "Verksamhetssystem socialtjänst", "Ekonomisystemet");
    flow(carriers, "Planeringssystemet", "Verksamhetssystem socialtjänst");
    flow(carriers, "Trygghetslarmet", "Verksamhetssystem socialtjänst");
    flow(carriers, "Bygglovssystemet", "Ärendehanteringssystemet");
    flow(carriers, "Geodatasystemet", "Bygglovssystemet");
  }

  /// A number between 0 and 99 that is the same each time for the same thing.
  private static int variety(String unit, String name) {
    return Math.floorMod((unit + name).hashCode() * 31, 100);
  }

  private static @Nullable UUID delegate(int variety, List<UUID> employees, List<UUID> leavers) {
    if (variety % 25 == 7 && !leavers.isEmpty()) {
      return leavers.get(variety % leavers.size());
    }
    return variety % 6 == 1 && !employees.isEmpty()
        ? employees.get(variety % employees.size())
        : null;
  }

  private Map<String, UUID> carriers(List<DemoPlaces.Place> units) {
    var carriers = new HashMap<String, UUID>();
    for (String[] line : DemoFile.lines("carriers.csv")) {
      units.stream()
          .filter(unit -> DemoFile.isAbout(line[2], unit.name()))
          .findFirst()
          .ifPresent(unit -> carriers.put(line[0], carrier(line, unit)));
    }
    return carriers;
  }

  private UUID carrier(String[] line, DemoPlaces.Place unit) {
    UUID id = Ids.next();
    sql.insertInto(CARRIER)
        .set(CARRIER.TENANT_ID, tenant())
        .set(CARRIER.ID, id)
        .set(CARRIER.NAME, line[0])
        .set(CARRIER.KIND, line[1])
        .set(CARRIER.UNIT_ID, unit.id())
        .set(CARRIER.SUPPLIER, line[3])
        .set(CARRIER.DESCRIPTION, line[4])
        .set(CARRIER.CREATED_AT, clock.instant())
        .set(CARRIER.CHANGED_AT, clock.instant())
        .execute();
    trail.record("asset.carrier-registered", Subject.of("carrier", id, line[0]));
    return id;
  }

  private void take(
      DemoPlaces.Place unit, String[] line, @Nullable UUID carrier, @Nullable UUID delegate) {
    UUID id = Ids.next();
    var row = sql.newRecord(INFORMATION_ASSET);
    row.setTenantId(tenant());
    row.setId(id);
    row.setName(line[1]);
    row.setInformationType(line[2]);
    row.setForms(line[3].split(","));
    row.setUnitId(unit.id());
    row.setDelegatedOwner(delegate);
    row.setPersonalData(line[4]);
    row.setSecrecy(line[5].isEmpty() ? new String[0] : line[5].split(","));
    row.setProtectedIdentities(line[9].contains("skyddade personuppgifter"));
    row.setCriticalityNormal(line[7]);
    row.setCriticalityCrisis(line[8]);
    row.setDescription(line[9]);
    row.setConfirmedOn(confirmedOn(variety(line[1], unit.name())));
    row.setCreatedAt(clock.instant());
    row.setChangedAt(clock.instant());
    row.insert();
    if (carrier != null) {
      sql.insertInto(ASSET_CARRIER)
          .set(ASSET_CARRIER.TENANT_ID, tenant())
          .set(ASSET_CARRIER.ASSET_ID, id)
          .set(ASSET_CARRIER.CARRIER_ID, carrier)
          .execute();
    }
    trail.record(
        "asset.registered",
        Subject.of("asset", id, line[1]),
        Detail.of("unit", unit.id()).with("type", line[2]));
  }

  /// Most within a year, some before that, some never.
  private @Nullable LocalDate confirmedOn(int variety) {
    LocalDate today = LocalDate.now(clock.withZone(SWEDEN));
    if (variety < 72) {
      return today.minusDays(5L + variety * 4L);
    }
    return variety < 90 ? today.minusDays(330L + variety) : null;
  }

  private void flow(Map<String, UUID> carriers, String from, String to) {
    UUID source = carriers.get(from);
    UUID goal = carriers.get(to);
    if (source != null && goal != null) {
      sql.insertInto(FLOW)
          .set(FLOW.TENANT_ID, tenant())
          .set(FLOW.ID, Ids.next())
          .set(FLOW.FROM_CARRIER, source)
          .set(FLOW.TO_CARRIER, goal)
          .execute();
    }
  }

  private static UUID tenant() {
    return Acting.current().tenant().value();
  }
}
