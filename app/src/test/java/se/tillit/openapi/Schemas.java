package se.tillit.openapi;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpEntity;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// JSON schemas of the records that handlers take and give; each record once, by name.
final class Schemas {

  private static final Map<Class<?>, Map<String, Object>> PLAIN =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
          Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
          Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(Boolean.class, Map.of("type", "boolean")),
          Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
          Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
          Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
          Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
          Map.entry(double.class, Map.of("type", "number")),
          Map.entry(Double.class, Map.of("type", "number")));

  private final Map<String, Object> components = new TreeMap<>();
  private final Map<Class<?>, String> names = new LinkedHashMap<>();

  Map<String, Object> components() {
    return components;
  }

  Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic);
    }
    if (type instanceof WildcardType wild) {
      return of(wild.getUpperBounds()[0]);
    }
    return type instanceof Class<?> plain ? ofClass(plain) : Map.of();
  }

  private Map<String, Object> ofGeneric(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      return Map.of("type", "array", "items", of(arguments[0]));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return Map.of("type", "object", "additionalProperties", of(arguments[1]));
    }
    if (HttpEntity.class.isAssignableFrom(raw) || raw == Optional.class) {
      return of(arguments[0]);
    }
    return ofClass(raw);
  }

  private Map<String, Object> ofClass(Class<?> type) {
    if (PLAIN.containsKey(type)) {
      return PLAIN.get(type);
    }
    if (type.isEnum()) {
      var words = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
      return Map.of("type", "string", "enum", words);
    }
    boolean file =
        type == byte[].class
            || Resource.class.isAssignableFrom(type)
            || MultipartFile.class.isAssignableFrom(type)
            || StreamingResponseBody.class.isAssignableFrom(type);
    if (file) {
      return Map.of("type", "string", "format", "binary");
    }
    if (type.isArray()) {
      return Map.of("type", "array", "items", of(type.getComponentType()));
    }
    return type.isRecord() ? reference(type) : Map.of();
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = names.get(type);
    if (name == null) {
      name = nameOf(type);
      names.put(type, name);
      components.put(name, Map.of());
      components.put(name, described(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  /// The record's own name; with its module's before it where another record has taken the name.
  private String nameOf(Class<?> type) {
    String plain = type.getSimpleName();
    if (!names.containsValue(plain)) {
      return plain;
    }
    String module = type.getPackageName().split("\\.")[2];
    return Character.toUpperCase(module.charAt(0)) + module.substring(1) + plain;
  }

  private Map<String, Object> described(Class<?> type) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<String>();
    for (RecordComponent part : type.getRecordComponents()) {
      Map<String, Object> schema = of(part.getGenericType());
      if (isNullable(part.getAnnotatedType())) {
        properties.put(part.getName(), Map.of("anyOf", List.of(schema, Map.of("type", "null"))));
      } else {
        properties.put(part.getName(), schema);
        required.add(part.getName());
      }
    }
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }
}
