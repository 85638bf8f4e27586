package se.tillit.openapi;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import se.tillit.identity.Public;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;

/// One handler as OpenAPI describes it.
final class Operation {

  private final HandlerMethod handler;
  private final Schemas schemas;
  private final List<Map<String, Object>> parameters = new ArrayList<>();
  private final Map<String, Object> files = new LinkedHashMap<>();
  private Map<String, Object> body = Map.of();

  Operation(HandlerMethod handler, Schemas schemas) {
    this.handler = handler;
    this.schemas = schemas;
  }

  Map<String, Object> described() {
    for (Parameter parameter : handler.getMethod().getParameters()) {
      describe(parameter);
    }
    var operation = new LinkedHashMap<String, Object>();
    String resource = handler.getBeanType().getSimpleName().replaceAll("Resource$", "");
    operation.put("operationId", lower(resource) + "." + handler.getMethod().getName());
    operation.put("tags", List.of(handler.getBeanType().getPackageName().split("\\.")[2]));
    Requires requires = handler.getMethodAnnotation(Requires.class);
    if (requires != null) {
      operation.put("description", "Demands the permission `" + requires.value() + "`.");
    }
    if (handler.hasMethodAnnotation(Public.class)) {
      operation.put("security", List.of());
    }
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (!files.isEmpty()) {
      var form = Map.of("type", "object", "properties", files);
      operation.put("requestBody", content("multipart/form-data", form));
    } else if (!body.isEmpty()) {
      operation.put("requestBody", content("application/json", body));
    }
    operation.put("responses", responses());
    return operation;
  }

  private void describe(Parameter parameter) {
    var path = parameter.getAnnotation(PathVariable.class);
    var query = parameter.getAnnotation(RequestParam.class);
    var header = parameter.getAnnotation(RequestHeader.class);
    if (path != null) {
      add("path", named(path.value(), parameter), true, parameter);
    } else if (parameter.isAnnotationPresent(RequestPart.class)
        || parameter.getType() == MultipartFile.class) {
      files.put(parameter.getName(), schemas.of(parameter.getType()));
    } else if (query != null) {
      add("query", named(query.value() + query.name(), parameter), isDemanded(query), parameter);
    } else if (header != null) {
      add("header", named(header.value() + header.name(), parameter), header.required(), parameter);
    } else if (parameter.isAnnotationPresent(RequestBody.class)) {
      body = schemas.of(parameter.getParameterizedType());
    } else if (parameter.getType().isRecord() && parameter.getType() != Viewer.class) {
      for (RecordComponent part : parameter.getType().getRecordComponents()) {
        parameters.add(entry("query", part.getName(), false, schemas.of(part.getGenericType())));
      }
    }
  }

  private static boolean isDemanded(RequestParam query) {
    boolean usual = !query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    return query.required() && !usual;
  }

  private void add(String in, String name, boolean required, Parameter parameter) {
    parameters.add(entry(in, name, required, schemas.of(parameter.getParameterizedType())));
  }

  private static Map<String, Object> entry(
      String in, String name, boolean required, Map<String, Object> schema) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("name", name);
    entry.put("in", in);
    entry.put("required", required);
    entry.put("schema", schema);
    return entry;
  }

  private Map<String, Object> responses() {
    var status = handler.getMethodAnnotation(ResponseStatus.class);
    HttpStatus code = status == null ? HttpStatus.OK : statusOf(status);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("description", code.getReasonPhrase());
    Map<String, Object> schema = schemas.of(handler.getMethod().getGenericReturnType());
    if (!schema.isEmpty()) {
      boolean file = "binary".equals(schema.get("format"));
      String type = file ? "application/octet-stream" : "application/json";
      answer.put("content", Map.of(type, Map.of("schema", schema)));
    }
    var responses = new LinkedHashMap<String, Object>();
    responses.put(Integer.toString(code.value()), answer);
    responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
    return responses;
  }

  private static HttpStatus statusOf(ResponseStatus status) {
    return status.code() == HttpStatus.INTERNAL_SERVER_ERROR ? status.value() : status.code();
  }

  private static Map<String, Object> content(String type, Map<String, Object> schema) {
    return Map.of("required", true, "content", Map.of(type, Map.of("schema", schema)));
  }

  private static String named(String given, Parameter parameter) {
    return given.isEmpty() ? parameter.getName() : given;
  }

  private static String lower(String word) {
    return Character.toLowerCase(word.charAt(0)) + word.substring(1);
  }
}
