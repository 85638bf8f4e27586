package se.tillit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/// Finds the handler of an address among the few that share its words, where Spring would try each
/// of the hundreds that begin with a tenant. Whatever is not found so, or not found alone, is left
/// to Spring.
class Signposts extends RequestMappingHandlerMapping {

  private static final String ANY = "*";

  private Map<String, List<Way>> ways = Map.of();

  private record Way(RequestMappingInfo address, HandlerMethod handler) {}

  @Override
  protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
    super.handlerMethodsInitialized(handlers);
    var found = new HashMap<String, List<Way>>();
    handlers.forEach((address, handler) -> {
      for (String pattern : address.getPatternValues()) {
        found
            .computeIfAbsent(postOf(pattern), none -> new ArrayList<>())
            .add(new Way(address, handler));
      }
    });
    ways = found;
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    Way found = null;
    RequestMappingInfo matching = null;
    if (!CorsUtils.isPreFlightRequest(request)) {
      for (Way way : near(request)) {
        RequestMappingInfo match = way.address().getMatchingCondition(request);
        if (match != null && found != null) {
          return super.lookupHandlerMethod(path, request);
        }
        if (match != null) {
          found = way;
          matching = match;
        }
      }
    }
    if (found == null || matching == null) {
      return super.lookupHandlerMethod(path, request);
    }
    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found.handler());
    handleMatch(matching, path, request);
    return found.handler();
  }

  /// Every handler whose pattern could match the request's address, and few others.
  private List<Way> near(HttpServletRequest request) {
    List<String> words =
        ServletRequestPathUtils.getParsedRequestPath(request)
            .pathWithinApplication()
            .elements()
            .stream()
            .filter(PathSegment.class::isInstance)
            .map(segment -> ((PathSegment) segment).valueToMatch())
            .toList();
    String first = words.isEmpty() ? "" : words.getFirst();
    var near = new ArrayList<Way>();
    near.addAll(at(first, word(words, first)));
    near.addAll(at(first, ANY));
    near.addAll(at(ANY, word(words, ANY)));
    near.addAll(at(ANY, ANY));
    return near;
  }

  private List<Way> at(String first, String word) {
    return ways.getOrDefault(first + "/" + word, List.of());
  }

  private static String postOf(String pattern) {
    if (pattern.contains("**") || pattern.contains("{*")) {
      return ANY + "/" + ANY;
    }
    List<String> words =
        List.of(pattern.substring(pattern.startsWith("/") ? 1 : 0).split("/")).stream()
            .map(word -> word.matches(".*[{*?].*") ? ANY : word)
            .toList();
    return words.getFirst() + "/" + word(words, words.getFirst());
  }

  /// What follows the tenant: the second word of a page's address, the fourth of the API's.
  private static String word(List<String> words, String first) {
    int place = first.equals("api") ? 3 : 1;
    return words.size() > place ? words.get(place) : "";
  }
}
