package se.tillit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Public;
import se.tillit.identity.Requires;
import se.tillit.identity.Role;
import se.tillit.identity.RunsInstallation;
import se.tillit.identity.SignedIn;
import se.tillit.testing.TillitTest;
import se.tillit.testing.Town;
import se.tillit.testing.Towns;

/// Every route × every role × one's own and another's tenant: each answers as it declares, and to
/// nobody else.
@TillitTest
class AccessMatrixTest {

  /// `{id}`, `{id:[0-9a-f-]{36}}` or `{format:pdf|docx}`.
  private static final Pattern VARIABLE =
      Pattern.compile("\\{[^{}:]+(?::((?:[^{}]|\\{[^{}]*\\})*))?\\}");

  /// Roles whose reach is some units or bodies: a permission they hold may still not reach what a
  /// request names.
  private static final Set<Role> LIMITED = Set.of(Role.MANAGER, Role.EMPLOYEE, Role.ELECTED);

  /// The id of nothing: it fills every place in an address where an id stands.
  private static final UUID NOBODYS = new UUID(0, 7);

  @Autowired MockMvc mvc;
  @Autowired Towns towns;
  @Autowired List<PermissionCatalogue> catalogues;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private record Route(
      HttpMethod method, String pattern, RequestMappingInfo info, HandlerMethod handler) {

    boolean hasTenant() {
      return pattern.contains("{tenant}");
    }

    @Override
    public String toString() {
      return method + " " + pattern;
    }
  }

  @Test
  void answersAsDeclaredAndToNobodyElse() throws Exception {
    Town town = towns.found();
    Town other = towns.found();
    var wrong = new ArrayList<String>();
    for (Route route : routes()) {
      checkAnonymous(route, town, wrong);
      for (Role role : Role.values()) {
        check(route, role, town, other, wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /// A role of the tenant's own opens exactly the routes of its permissions: half of all, then the
  /// other half.
  @Test
  void opensByAnOwnRoleWhatItsPermissionsOpen() throws Exception {
    var all = new TreeSet<String>();
    catalogues.forEach(catalogue -> all.addAll(catalogue.permissions().keySet()));
    var wrong = new ArrayList<String>();
    for (int half = 0; half < 2; half++) {
      int wanted = half;
      var list = List.copyOf(all);
      Set<String> mine =
          list.stream()
              .filter(one -> list.indexOf(one) % 2 == wanted)
              .collect(Collectors.toUnmodifiableSet());
      Town town = towns.found();
      UUID holder = towns.holderOf(town, mine);
      for (Route route : routes()) {
        Requires requires = route.handler().getMethodAnnotation(Requires.class);
        if (requires != null) {
          int answer =
              mvc.perform(built(route, town).with(Town.signedIn(holder)).with(csrf()))
                  .andReturn()
                  .getResponse()
                  .getStatus();
          boolean may = mine.contains(requires.value());
          // What a handler asks for besides its own permission may still say no.
          expect(
              may ? answer < 500 : answer == 403,
              route + " answered " + answer + " for " + requires.value(),
              wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void knowsEveryPermissionThatIsDemanded() {
    var known = new HashSet<String>();
    catalogues.forEach(catalogue -> known.addAll(catalogue.permissions().keySet()));
    assertThat(routes())
        .allSatisfy(route -> {
          Requires requires = route.handler().getMethodAnnotation(Requires.class);
          if (requires != null) {
            assertThat(known).as(route.toString()).contains(requires.value());
          }
        });
  }

  private void checkAnonymous(Route route, Town town, List<String> wrong) throws Exception {
    var answer = mvc.perform(built(route, town).with(csrf())).andReturn().getResponse();
    boolean sentToSignIn =
        String.valueOf(answer.getRedirectedUrl()).endsWith("/sign-in")
            || answer.getStatus() == 401
            || answer.getStatus() == 403;
    if (declares(route, Public.class)) {
      boolean toSignInItself = route.pattern().startsWith("/sign-in");
      if (answer.getStatus() == 403 || (sentToSignIn && !toSignInItself)) {
        wrong.add(route + " is public but answered nobody with " + answer.getStatus());
      }
    } else if (!sentToSignIn) {
      wrong.add(route + " answered nobody in particular with " + answer.getStatus());
    }
  }

  private void check(Route route, Role role, Town town, Town other, List<String> wrong)
      throws Exception {
    if (declares(route, Public.class)) {
      return;
    }
    int own = perform(route, town, town, role).getStatus();
    String at = route + " as " + role.key() + " answered " + own;
    if (own >= 500) {
      wrong.add(at);
    }
    if (declares(route, RunsInstallation.class)) {
      expect(own == 403, at + ", not 403", wrong);
      return;
    }
    Requires requires = route.handler().getMethodAnnotation(Requires.class);
    if (requires == null) {
      expect(declares(route, SignedIn.class), route + " declares nothing", wrong);
      expect(own != 403, at, wrong);
    } else if (holders(requires.value()).contains(role)) {
      boolean beyondReach = LIMITED.contains(role) && route.method() != HttpMethod.GET;
      expect(own != 403 || beyondReach, at + " though it holds " + requires.value(), wrong);
    } else {
      expect(own == 403, at + " without " + requires.value(), wrong);
    }
    if (route.hasTenant()) {
      int foreign = perform(route, other, town, role).getStatus();
      expect(
          foreign == 404, route + " let " + role.key() + " of another tenant: " + foreign, wrong);
    }
  }

  private static void expect(boolean holds, String otherwise, List<String> wrong) {
    if (!holds) {
      wrong.add(otherwise);
    }
  }

  /// Each person has every role's grants of her own; a manager is an employee too.
  private Set<Role> holders(String permission) {
    var holders = new HashSet<Role>();
    for (PermissionCatalogue catalogue : catalogues) {
      holders.addAll(catalogue.permissions().getOrDefault(permission, Set.of()));
    }
    if (holders.contains(Role.EMPLOYEE)) {
      holders.add(Role.MANAGER);
    }
    return holders;
  }

  private MockHttpServletResponse perform(Route route, Town of, Town who, Role role)
      throws Exception {
    return mvc.perform(built(route, of).with(who.as(role)).with(csrf())).andReturn().getResponse();
  }

  private static MockHttpServletRequestBuilder built(Route route, Town town) {
    String path = route.pattern().replace("{tenant}", town.key());
    path = VARIABLE.matcher(path).replaceAll(AccessMatrixTest::anything);
    var builder = request(route.method(), URI.create(path)).accept("text/html,*/*");
    Collection<MediaType> consumed = route.info().getConsumesCondition().getConsumableMediaTypes();
    boolean json = route.handler().getBeanType().isAnnotationPresent(RestController.class);
    if (route.method() != HttpMethod.GET) {
      MediaType usual = json ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_FORM_URLENCODED;
      builder.contentType(consumed.isEmpty() ? usual : consumed.iterator().next());
      if (json) {
        builder.content("{}");
      }
    }
    for (var parameter : route.info().getParamsCondition().getExpressions()) {
      builder.param(parameter.getName(), String.valueOf(parameter.getValue()));
    }
    return builder;
  }

  private List<Route> routes() {
    var routes = new ArrayList<Route>();
    for (Map.Entry<RequestMappingInfo, HandlerMethod> one :
        mappings.getHandlerMethods().entrySet()) {
      if (!one.getValue().getBeanType().getPackageName().startsWith("se.tillit")) {
        continue;
      }
      Set<RequestMethod> methods = one.getKey().getMethodsCondition().getMethods();
      for (String pattern : one.getKey().getPatternValues()) {
        for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
          routes.add(
              new Route(HttpMethod.valueOf(method.name()), pattern, one.getKey(), one.getValue()));
        }
      }
    }
    routes.sort(Comparator.comparing(Route::toString));
    return routes;
  }

  private static boolean declares(Route route, Class<? extends Annotation> declaration) {
    return route.handler().hasMethodAnnotation(declaration);
  }

  /// The first of the words that a variable may be, else an id that is nobody's.
  private static String anything(MatchResult variable) {
    String rule = variable.group(1);
    return rule != null && rule.contains("|")
        ? rule.substring(0, rule.indexOf('|'))
        : NOBODYS.toString();
  }
}
