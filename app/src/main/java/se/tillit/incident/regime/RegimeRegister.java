package se.tillit.incident.regime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.audittrail.Detail;
import se.tillit.audittrail.Subject;
import se.tillit.audittrail.Trail;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Stale;
import se.tillit.kernel.TenantId;
import se.tillit.kernel.Unknown;
import se.tillit.web.Words;

/// Keeps the definitions, version by version, and reads regimes from them. What Tillit ships is
/// taken the first time anybody asks; where the municipality has its own version, a newer shipped
/// one is offered and changes nothing.
@Component
public class RegimeRegister implements Regimes {

  private static final String FINGERPRINT = fingerprint(Shipped.all());

  private final DefinitionStore store;
  private final Trail trail;
  private final Clock clock;
  // A version never changes, so neither does what was read from it.
  private final Cache<UUID, Regime> read = Caffeine.newBuilder().maximumSize(2_000).build();
  private final Cache<UUID, Recipient> named = Caffeine.newBuilder().maximumSize(2_000).build();
  private final Cache<Known, InForce> known = Caffeine.newBuilder().maximumSize(2_000).build();

  /// A version as its tenant knows it.
  private record Known(TenantId tenant, UUID definition) {}

  RegimeRegister(DefinitionStore store, Trail trail, Clock clock) {
    this.store = store;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  @Transactional
  public List<InForce> inForce(LocalDate day) {
    take();
    return store.applying(Definition.Kind.REGIME, day).stream()
        .map(this::inForce)
        .sorted(Comparator.comparingInt(it -> it.regime().row()))
        .toList();
  }

  @Override
  @Transactional
  public Optional<InForce> inForce(String code, LocalDate day) {
    return inForce(day).stream().filter(it -> it.regime().code().equals(code)).findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public InForce version(UUID definition) {
    return known.get(
        new Known(Acting.current().tenant(), definition),
        it ->
            store
                .byId(it.definition())
                .map(this::inForce)
                .orElseThrow(() -> new Unknown("regime", it.definition())));
  }

  @Override
  @Transactional
  public Optional<Recipient> recipient(String code, LocalDate day) {
    take();
    return store.applying(Definition.Kind.RECIPIENT, day).stream()
        .filter(it -> it.code().equals(code))
        .findFirst()
        .map(this::recipient);
  }

  @Override
  @Transactional
  public AddressBook recipients() {
    take();
    return new AddressBook(
        store.standing(Definition.Kind.RECIPIENT).stream()
            .map(it -> new AddressBook.Entry(it.code(), it.from(), recipient(it)))
            .toList());
  }

  private Recipient recipient(Definition definition) {
    return named.get(
        definition.id(), id -> new RegimeReader(new ArrayList<>()).recipient(definition.text()));
  }

  /// The definitions of a kind that apply on a day.
  @Transactional
  public List<Definition> applying(Definition.Kind kind, LocalDate day) {
    take();
    return store.applying(kind, day);
  }

  @Transactional
  public List<Definition> versions(Definition.Kind kind, String code) {
    take();
    List<Definition> versions = store.versions(kind, code);
    if (versions.isEmpty()) {
      throw new Unknown("definition", code);
    }
    return versions;
  }

  /// Why a version is written, and on which legal source it stands.
  public record Reasons(String reason, String source) {}

  /// What is wrong with a text, in words.
  public List<String> faults(Definition.Kind kind, String code, String text, Words words) {
    var faults = new ArrayList<Text.Fault>();
    Definition.Draft draft = Definition.read(kind, text, faults);
    if (faults.isEmpty() && !draft.code().equals(code)) {
      faults.add(new Text.Fault("code", "incident.regime.fault.other-code", List.of(code)));
    }
    return faults.stream()
        .map(it -> {
          String why = words.t(it.messageKey(), it.arguments().toArray());
          return it.path().isEmpty() ? why : words.t("incident.regime.fault.at", it.path(), why);
        })
        .toList();
  }

  /// Writes a new version; what was, stays readable and keeps the clocks that began with it.
  ///
  /// @param based the number that the writer has read
  @Transactional
  public int write(Definition.Kind kind, String code, int based, String text, Reasons reasons) {
    String reason = reasons.reason().strip();
    String source = reasons.source().strip();
    int latest = demandLatest(kind, code, based);
    if (reason.isEmpty()) {
      throw new Refused("incident.regime.reason-missing").at("reason");
    }
    if (source.isEmpty()) {
      throw new Refused("incident.regime.source-missing").at("source");
    }
    List<String> faults = faults(kind, code, text, Words.SWEDISH);
    if (!faults.isEmpty()) {
      throw new Refused("incident.regime.faulty", faults.size(), faults.getFirst()).at("text");
    }
    Definition.Draft draft = Definition.read(kind, text, new ArrayList<>());
    UUID id = store.insert(draft, latest + 1, DefinitionStore.Source.OWN, why(reason, source));
    trail.record(
        "incident.regime-changed",
        Subject.of("regime", id, draft.name()),
        Detail.of("code", code)
            .with("number", latest + 1)
            .with("from", draft.from())
            .with("reason", reason)
            .with("source", source));
    return latest + 1;
  }

  /// Lets what Tillit ships apply again; the municipality's own versions stay readable.
  @Transactional
  public int restore(Definition.Kind kind, String code, int based, String reason) {
    int latest = demandLatest(kind, code, based);
    if (reason.isBlank()) {
      throw new Refused("incident.regime.reason-missing").at("reason");
    }
    List<Definition.Draft> shipped =
        Shipped.all().stream().filter(it -> it.kind() == kind && it.code().equals(code)).toList();
    if (shipped.isEmpty()) {
      throw new Refused("incident.regime.never-shipped").at("code");
    }
    store.withdraw(kind, code, LocalDate.EPOCH);
    for (Definition.Draft draft : shipped) {
      store.insert(
          draft,
          ++latest,
          DefinitionStore.Source.SHIPPED,
          why(reason.strip(), draft.legal().source()));
    }
    trail.record(
        "incident.regime-restored",
        Subject.of("regime", store.versions(kind, code).getFirst().id(), code),
        Detail.of("code", code).with("reason", reason.strip()).with("number", latest));
    return latest;
  }

  private int demandLatest(Definition.Kind kind, String code, int based) {
    int latest = versions(kind, code).getFirst().number();
    if (latest != based) {
      throw new Stale("definition", code);
    }
    return latest;
  }

  private InForce inForce(Definition definition) {
    Regime regime =
        read.get(
            definition.id(), id -> new RegimeReader(new ArrayList<>()).regime(definition.text()));
    return new InForce(definition.id(), definition.number(), definition.own(), regime);
  }

  private void take() {
    if (store.shipment().filter(FINGERPRINT::equals).isPresent() || !store.take(FINGERPRINT)) {
      return;
    }
    int taken = 0;
    for (Definition.Draft draft : Shipped.all()) {
      List<Definition> known = store.versions(draft.kind(), draft.code());
      if (known.stream().anyMatch(it -> it.text().equals(draft.text()))) {
        continue;
      }
      boolean own = known.stream().anyMatch(it -> it.own() && it.withdrawnAt() == null);
      int number = store.latestNumber(draft.kind(), draft.code()) + 1;
      store.insert(
          draft,
          number,
          own ? DefinitionStore.Source.OFFERED : DefinitionStore.Source.SHIPPED,
          why("", draft.legal().source()));
      taken++;
    }
    trail.record(
        "incident.regimes-shipped",
        Subject.of("regime", Acting.current().tenant().value(), "Tillit"),
        Detail.of("versions", taken).with("fingerprint", FINGERPRINT));
  }

  private Definition.Why why(String reason, String source) {
    return new Definition.Why(reason, source, Acting.current().name(), clock.instant());
  }

  private static String fingerprint(List<Definition.Draft> all) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      all.forEach(it -> digest.update(it.text().getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
