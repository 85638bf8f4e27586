package se.tillit.organisation.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tillit.organisation.body.BodyRegister;
import se.tillit.organisation.unit.Placement;
import se.tillit.organisation.unit.UnitRegister;

/// Draws an invented organisation: legal entities, bodies and units, from a file in the jar.
@Component
class DemoChart {

  static final LocalDate BEGINNING = LocalDate.of(2019, 1, 1);

  private final BodyRegister bodies;
  private final UnitRegister units;

  DemoChart(BodyRegister bodies, UnitRegister units) {
    this.bodies = bodies;
    this.units = units;
  }

  /// What was drawn, by name; units in the order of the file.
  record Drawn(Map<String, UUID> bodies, Map<String, UUID> units, Map<String, UUID> bodyOfUnit) {

    UUID body(String name) {
      return Objects.requireNonNull(bodies.get(name), name);
    }

    UUID unit(String name) {
      return Objects.requireNonNull(units.get(name), name);
    }
  }

  Drawn draw(String tenantKey) {
    Map<String, UUID> entities = new HashMap<>();
    Drawn drawn = new Drawn(new LinkedHashMap<>(), new LinkedHashMap<>(), new HashMap<>());
    for (String[] row : rows(tenantKey)) {
      switch (row[0]) {
        case "entity" -> entities.put(row[1], bodies.foundEntity(row[1], row[2], null, BEGINNING));
        case "body" -> {
          UUID entity = Objects.requireNonNull(entities.get(row[3]), row[3]);
          drawn.bodies.put(row[1], bodies.foundBody(entity, row[1], row[2], BEGINNING));
        }
        default -> open(row, drawn);
      }
    }
    return drawn;
  }

  private void open(String[] row, Drawn drawn) {
    @Nullable UUID parent = row[2].isEmpty() ? null : drawn.unit(row[2]);
    UUID body =
        row.length > 3
            ? drawn.body(row[3])
            : Objects.requireNonNull(drawn.bodyOfUnit.get(row[2]), row[1]);
    drawn.bodyOfUnit.put(row[1], body);
    drawn.units.put(
        row[1], units.open(null, BEGINNING, new Placement(row[1], row[0], parent, body)));
  }

  private static List<String[]> rows(String tenantKey) {
    String file = "/demo/" + tenantKey + "-organisation.csv";
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = Objects.requireNonNull(DemoChart.class.getResourceAsStream(file), file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line; (line = lines.readLine()) != null; ) {
        rows.add(line.split(";"));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(file, failure);
    }
    return rows;
  }
}
