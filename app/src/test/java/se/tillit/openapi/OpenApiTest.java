package se.tillit.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.tillit.testing.TillitTest;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The API's description is made from its handlers and shipped as a file; a file that has grown
/// stale fails here.
@TillitTest
class OpenApiTest {

  private static final Path FILE = Path.of("src/main/resources/openapi.json");
  private static final String REFRESH =
      "mvn -pl app -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Dtillit.openapi=write";

  @Autowired MockMvc mvc;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private final Schemas schemas = new Schemas();

  @Test
  void describesTheApiAsItIs() throws Exception {
    String now = written(document());
    if ("write".equals(System.getProperty("tillit.openapi"))) {
      Files.writeString(FILE, now);
    }
    assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
        .as("stale: refresh it by\n" + REFRESH)
        .isEqualTo(now);
  }

  @Test
  void servesTheDescriptionToAnybody() throws Exception {
    mvc.perform(get("/api/v1/openapi.json"))
        .andExpect(status().isOk())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON));
  }

  private Map<String, Object> document() {
    var paths = paths();
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "Tillit", "version", "1"));
    document.put("security", List.of(Map.of("token", List.of())));
    document.put("paths", paths);
    var components = new LinkedHashMap<String, Object>();
    components.put("securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer")));
    components.put("parameters", Map.of("Tenant", tenantParameter()));
    components.put("responses", Map.of("Problem", problem()));
    components.put("schemas", schemas.components());
    document.put("components", components);
    return document;
  }

  private Map<String, Object> paths() {
    var paths = new TreeMap<String, Map<String, Object>>();
    mappings.getHandlerMethods().entrySet().stream()
        .sorted((one, other) -> one.getKey().toString().compareTo(other.getKey().toString()))
        .forEach(one -> {
          for (String path : one.getKey().getPatternValues()) {
            if (!path.startsWith("/api/v1/")) {
              continue;
            }
            for (var method : one.getKey().getMethodsCondition().getMethods()) {
              var operation = new Operation(one.getValue(), schemas).described();
              if (path.contains("{tenant}")) {
                operation.merge("parameters", List.of(tenant()), OpenApiTest::joined);
              }
              paths
                  .computeIfAbsent(path, key -> new TreeMap<>())
                  .put(method.name().toLowerCase(Locale.ROOT), operation);
            }
          }
        });
    return new TreeMap<>(paths);
  }

  private static Object joined(Object known, Object more) {
    var all = new ArrayList<Object>((List<?>) more);
    all.addAll((List<?>) known);
    return all;
  }

  private static Map<String, Object> tenant() {
    return Map.of("$ref", "#/components/parameters/Tenant");
  }

  private static Map<String, Object> tenantParameter() {
    return Map.of(
        "name", "tenant", "in", "path", "required", true, "schema", Map.of("type", "string"));
  }

  private static Map<String, Object> problem() {
    var properties =
        Map.of(
            "title", Map.of("type", "string"),
            "status", Map.of("type", "integer"),
            "detail", Map.of("type", "string"),
            "instance", Map.of("type", "string"),
            "code", Map.of("type", "string"),
            "field", Map.of("type", "string"),
            "source", Map.of("type", "string"));
    var schema = Map.of("type", "object", "properties", properties);
    return Map.of(
        "description",
        "What is wrong, as problem details (RFC 9457).",
        "content",
        Map.of("application/problem+json", Map.of("schema", schema)));
  }

  /// The same document gives the same characters: names within an object stand in order.
  private static String written(Map<String, Object> document) {
    return JsonMapper.builder()
            .enable(
                SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writeValueAsString(document)
        + "\n";
  }
}
