package se.tillit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `./tillit bench [--quick] [PART …]`: makes data, measures through HTTP, and prints the table.
public final class Bench {

  private static final Municipality.Size CITY = new Municipality.Size(2_000, 55_000, 100_000);
  private static final Municipality.Size TOWN = new Municipality.Size(120, 4_000, 4_830);
  private static final Municipality.Size EMPTY = new Municipality.Size(2_000, 2_000, 40);
  private static final int TOWNS = 290;

  private static final Pattern SECONDS = Pattern.compile("signatures, ([0-9.]+) s");

  private final boolean quick;
  private final Set<Part> wanted;
  private @Nullable Municipality growing;
  private final Report report = new Report();

  /// What can be measured by itself, in the order in which it is measured.
  private enum Part {
    PAGES,
    SAVES,
    SEARCH,
    CONFORMANCE,
    THROUGHPUT,
    REPORTS,
    INCIDENTS,
    IMPORT,
    TRAIL
  }

  /// Something that is measured; it may fail.
  private interface Measurement {
    void run() throws Exception;
  }

  private Bench(boolean quick, Set<Part> wanted) {
    this.quick = quick;
    this.wanted = wanted;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>(List.of(arguments));
    boolean quick = names.remove("--quick");
    Set<Part> wanted = EnumSet.noneOf(Part.class);
    for (String name : names) {
      Part part =
          Stream.of(Part.values())
              .filter(one -> one.name().equalsIgnoreCase(name))
              .findFirst()
              .orElse(null);
      if (part == null) {
        System.err.printf(
            "tillit: bench understands --quick and any of %s, not %s%n",
            List.of(Part.values()).toString().toLowerCase(Locale.ROOT), name);
        System.exit(2);
      }
      wanted.add(part);
    }
    var bench = new Bench(quick, wanted.isEmpty() ? EnumSet.allOf(Part.class) : wanted);
    bench.run();
    System.exit(bench.report.failed() ? 1 : 0);
  }

  /// Measures a part that is wanted; if it fails, the table says so and the rest is measured.
  private void part(Part part, Measurement measurement) {
    if (!wanted.contains(part)) {
      return;
    }
    try {
      measurement.run();
    } catch (Exception e) {
      report.failure(part.name().toLowerCase(Locale.ROOT), e);
    }
  }

  private void run() throws Exception {
    Path data = Files.createTempDirectory("tillit-bench-");
    try {
      Municipality city;
      try (var installation = Installation.start(data);
          var connection = installation.connect()) {
        city = fill(connection);
      }
      try (var installation = Installation.start(data)) {
        measure(installation, city);
      }
      part(Part.TRAIL, () -> verifyTrail(data.resolve("trail.txt")));
      System.out.println("\n" + Machine.describe() + "\n\n" + report.text());
    } finally {
      remove(data);
    }
  }

  private Municipality fill(Connection connection) throws Exception {
    long began = System.nanoTime();
    growing = Municipality.make(connection, "growing", EMPTY);
    var city = Municipality.make(connection, "city", CITY);
    say("made a municipality of 55,000 people, 2,000 units and 100,000 assets", began);
    if (!quick) {
      for (int town = 1; town < TOWNS; town++) {
        Municipality.make(connection, "town-" + town, TOWN);
      }
      say("made 289 smaller ones with 1.4 million assets", began);
    }
    connection.setAutoCommit(true);
    try (var statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
    say("vacuumed and analysed", began);
    return city;
  }

  private void measure(Installation installation, Municipality city) throws Exception {
    var start = installation.startTime();
    report.figure(
        "start with existing data, to the first healthy answer",
        Report.format("%.1f s", start.toMillis() / 1000.0),
        "≤ 6 s",
        start.compareTo(Duration.ofSeconds(6)) <= 0);
    try (var connection = installation.connect()) {
      String login = city.link(connection, "coordinator");
      var coordinator = Client.signedIn(installation, login);
      var manager = Client.signedIn(installation, city.link(connection, "manager"));
      var machine = Client.withToken(installation, city.token(connection, "coordinator", null));
      try (var floor = new Floor(connection, city)) {
        part(Part.PAGES, () -> read(coordinator, manager, machine, city, floor));
        part(Part.SAVES, () -> write(machine, city, floor));
      }
      part(Part.SEARCH, () -> search(coordinator, machine, city));
      part(Part.CONFORMANCE, () -> conformance(coordinator, machine, city));
      part(Part.THROUGHPUT, () -> throughput(coordinator, city));
      part(Part.REPORTS, () -> new Reports(report).measure(machine, city));
      part(Part.INCIDENTS, () -> incidents(installation, coordinator, city, login));
    }
    part(Part.IMPORT, () -> takeIn(installation));
    report.figure(
        "memory after all this, database included",
        installation.megabytes() + " MB",
        "≤ 600 MB",
        installation.megabytes() <= 600);
  }

  private void read(
      Client coordinator, Client manager, Client machine, Municipality city, Floor floor)
      throws Exception {
    int runs = quick ? 300 : 1_000;
    String list = "/" + city.key() + "/assets";
    report.times(
        "list of 20 assets, HTML, who sees all 100,000",
        Stopwatch.time(runs, () -> coordinator.get(list)),
        Stopwatch.time(runs, floor::list),
        25);
    report.times(
        "list of 20 assets, HTML, who sees 2 %",
        Stopwatch.time(runs, () -> manager.get(list)), Stopwatch.time(runs, floor::listBelow), 25);
    report.times(
        "list of 20 assets, JSON, who sees all",
        Stopwatch.time(runs, () -> machine.get("/api/v1" + list + "?limit=20")),
        Stopwatch.time(runs, floor::list),
        25);
    report.times(
        "one asset, HTML",
        Stopwatch.time(runs, () -> coordinator.get(list + "/" + city.asset())),
        Stopwatch.time(runs, floor::one),
        10);
  }

  private void incidents(
      Installation installation, Client coordinator, Municipality city, String login)
      throws Exception {
    try (var connection = installation.connect()) {
      new Incidents(report, quick).measure(coordinator, connection, city, login);
    }
  }

  private void takeIn(Installation installation) throws Exception {
    try (var connection = installation.connect()) {
      new Intake(installation, report).measure(connection, Objects.requireNonNull(growing));
    }
  }

  /// The index is built in the background after the first change that the trail tells of.
  private void search(Client coordinator, Client machine, Municipality city) throws Exception {
    long began = System.nanoTime();
    machine.post("/api/v1/" + city.key() + "/assets", asset(city));
    String search = "/api/v1/" + city.key() + "/search?q=elevakter";
    while (!machine.get(search).contains("\"href\"") && seconds(began) < 300) {
      Thread.sleep(200);
    }
    say("the search index of 100,000 assets was built in the background", began);
    String page = "/" + city.key() + "/search?q=";
    var asked = List.of("elevakter", "elevakter+4711", "bygglv", "enhet", "protok");
    var next = new AtomicInteger();
    report.times(
        "search over everything",
        Stopwatch.time(
            quick ? 100 : 300,
            () -> coordinator.get(page + asked.get(next.getAndIncrement() % asked.size()))),
        null,
        100);
  }

  private void conformance(Client coordinator, Client machine, Municipality city) throws Exception {
    long began = System.nanoTime();
    machine.get("/api/v1/" + city.key() + "/conformance");
    report.figure(
        "conformance of 13 clauses, all figures worked out anew",
        Report.format("%.1f s", seconds(began)),
        "≤ 5 s",
        seconds(began) <= 5);
    report.times(
        "conformance page, whole municipality",
        Stopwatch.time(100, () -> coordinator.get("/" + city.key() + "/conformance")),
        null,
        300);
  }

  private void write(Client coordinator, Municipality city, Floor floor) throws Exception {
    int runs = quick ? 300 : 1_000;
    String asset = asset(city);
    Times through =
        Stopwatch.time(runs, () -> coordinator.post("/api/v1/" + city.key() + "/assets", asset));
    Times bare = Stopwatch.time(runs, floor::save);
    Times trailed = Stopwatch.time(runs, floor::saveWithTrail);
    report.times("save an asset with its trail, JSON", through, bare, 25);
    double share = 100 * (trailed.p(50) - bare.p(50)) / through.p(50);
    report.figure(
        "of which the trail, by raw SQL with and without it",
        Report.format("%.0f %%", share),
        "≤ 20 %",
        share <= 20);
  }

  private static String asset(Municipality city) {
    return "{\"name\":\"Prov\",\"unit\":\"%s\",\"forms\":[\"digital\"]}"
        .formatted(city.administration());
  }

  private void throughput(Client coordinator, Municipality city) throws Exception {
    String list = "/" + city.key() + "/assets";
    double pages = Stopwatch.throughput(16, quick ? 10 : 30, () -> coordinator.get(list));
    report.figure(
        "list pages a second, 16 clients", Report.format("%.0f", pages), "≥ 400", pages >= 400);
  }

  /// With the program as an auditor runs it; the time is the program's own word, without the start
  /// of Java.
  private void verifyTrail(Path file) throws Exception {
    LongTrail.write(file);
    Process verifier =
        new ProcessBuilder(Installation.program("trail", "verify", file.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher seconds = SECONDS.matcher(said);
    if (verifier.waitFor() != 0 || !seconds.find()) {
      throw new IllegalStateException("the trail was not found whole: " + said);
    }
    double perSecond = LongTrail.ENTRIES / Math.max(0.05, Double.parseDouble(seconds.group(1)));
    report.figure(
        "trail entries verified a second, one core",
        Report.format("%,.0f", perSecond),
        "≥ 500,000",
        perSecond >= 500_000);
  }

  static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static void say(String what, long began) {
    System.out.println(Report.format("%6.1f s  %s", seconds(began), what));
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
