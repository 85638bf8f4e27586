package se.tillit.identity;

import static java.util.Comparator.comparingInt;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.support.RequestContextUtils;
import se.tillit.web.ColourScheme;
import se.tillit.web.Density;
import se.tillit.web.Flash;
import se.tillit.web.Icon;
import se.tillit.web.InboxCount;
import se.tillit.web.Installation;
import se.tillit.web.Menu;
import se.tillit.web.NavGroup;
import se.tillit.web.NavItem;
import se.tillit.web.NavigationSource;
import se.tillit.web.NavigationSource.NavEntry;
import se.tillit.web.NavigationSource.Question;
import se.tillit.web.Page;
import se.tillit.web.PageSource;
import se.tillit.web.Place;
import se.tillit.web.StaticFiles;
import se.tillit.web.TenantLink;
import se.tillit.web.Words;

/// Makes the page around each request from the viewer who makes it.
@Component
class Shell implements PageSource {

  private final List<NavEntry> entries;
  private final SingletonSupplier<InboxCount> inbox;
  private final String version;
  private final boolean demo;
  private final SeatStore seats;

  Shell(
      List<NavigationSource> sources,
      ObjectProvider<InboxCount> inbox,
      StaticFiles files,
      @Value("${tillit.demo}") boolean demo,
      SeatStore seats) {
    this.seats = seats;
    this.entries =
        sources.stream()
            .flatMap(source -> source.entries().stream())
            .sorted(comparingInt(NavEntry::order))
            .toList();
    this.inbox = SingletonSupplier.ofNullable(inbox::getIfAvailable);
    this.demo = demo;
    this.version = files.version();
  }

  @Override
  public Page pageOf(HttpServletRequest request) {
    Viewer viewer = TenantDoor.viewerOf(request);
    if (viewer == null) {
      return outside(request);
    }
    Words words = Words.in(viewer.settings().language());
    return new Page(
        words,
        "",
        placeOf(request, viewer),
        onlooker(words, viewer),
        menuOf(request, viewer),
        flashesOf(request),
        new Installation(version, demo, csrfOf(request)));
  }

  /// A page above the tenants: one's own account, the installation, or sign-in.
  private Page outside(HttpServletRequest request) {
    var who = SecurityContextHolder.getContext().getAuthentication();
    UUID account =
        who != null && who.getPrincipal() instanceof AccountPrincipal someone
            ? someone.account()
            : null;
    var face = account == null ? null : seats.faceOf(account).orElse(null);
    List<TenantLink> doors =
        account == null || face == null
            ? List.of()
            : seats.doorsOf(account).stream().map(Shell::link).toList();
    var place = new Place(request.getRequestURI(), null, doors, List.of());
    var installation = new Installation(version, demo, csrfOf(request));
    var onlooker =
        face == null
            ? new se.tillit.web.Viewer("", "", ColourScheme.AUTO, Density.COMFORTABLE, 0)
            : new se.tillit.web.Viewer(
                face.name(), "", scheme(face.colourScheme()), density(face.density()), 0);
    String language = face == null ? request.getLocale().getLanguage() : face.language();
    return new Page(
        Words.in(language),
        "",
        place,
        onlooker,
        menu("", List.of(), List.of()),
        flashesOf(request),
        installation);
  }

  private static TenantLink link(Viewer.Door door) {
    return new TenantLink(door.tenantKey(), door.tenantName(), "/" + door.tenantKey());
  }

  private static ColourScheme scheme(String word) {
    return ColourScheme.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Density density(String word) {
    return Density.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private se.tillit.web.Viewer onlooker(Words words, Viewer viewer) {
    var settings = viewer.settings();
    var person = viewer.person();
    InboxCount count = inbox.get();
    UUID id = person == null ? null : person.value();
    return new se.tillit.web.Viewer(
        viewer.actor().name(),
        foremost(words, viewer),
        scheme(settings.colourScheme()),
        density(settings.density()),
        id == null || count == null ? 0 : count.unreadOf(id));
  }

  private static String foremost(Words words, Viewer viewer) {
    return Arrays.stream(Role.values())
        .filter(viewer::holds)
        .map(role -> words.t("identity.role." + role.key()))
        .findFirst()
        .or(() ->
            viewer.grants().stream()
                .map(Grant::role)
                .filter(role -> role.startsWith(Grant.OWN))
                .map(role -> role.substring(Grant.OWN.length()))
                .findFirst())
        .orElseGet(() -> words.t("identity.role.none"));
  }

  private static Place placeOf(HttpServletRequest request, Viewer viewer) {
    var seat = viewer.seat();
    List<TenantLink> others =
        seat.others().stream()
            .filter(door -> !door.tenantKey().equals(seat.tenantKey()))
            .map(
                door -> new TenantLink(door.tenantKey(), door.tenantName(), "/" + door.tenantKey()))
            .toList();
    var here = new TenantLink(seat.tenantKey(), seat.tenantName(), "/" + seat.tenantKey());
    return new Place(request.getRequestURI(), here, others, List.of());
  }

  private Menu menuOf(HttpServletRequest request, Viewer viewer) {
    String base = "/" + viewer.seat().tenantKey();
    String path = request.getRequestURI();
    List<NavEntry> open = entries.stream().filter(it -> viewer.may(it.permission())).toList();
    String nearest =
        open.stream()
            .map(entry -> base + entry.path())
            .filter(href -> isWithin(href, path))
            .max(comparingInt(String::length))
            .orElse("");
    var items = new EnumMap<Question, List<NavItem>>(Question.class);
    for (NavEntry entry : open) {
      String href = base + entry.path();
      items
          .computeIfAbsent(entry.question(), none -> new ArrayList<>())
          .add(new NavItem(entry.labelKey(), entry.icon(), href, href.equals(nearest), 0));
    }
    var groups = new ArrayList<NavGroup>();
    items.forEach((question, those) -> groups.add(new NavGroup(question.labelKey(), those)));
    List<NavItem> phone =
        List.of(
            item("web.phone.position", Icon.POSITION, base + "/conformance", path),
            item("web.phone.todo", Icon.TODO, base + "/todo", path),
            item("web.phone.report", Icon.INCIDENT, base + "/incidents/new", path),
            item("web.phone.search", Icon.SEARCH, base + "/search", path));
    return menu(base, groups, phone);
  }

  private static Menu menu(String base, List<NavGroup> groups, List<NavItem> phone) {
    return new Menu(
        groups,
        phone,
        new Menu.Links(
            base.isEmpty() ? "/" : base,
            base + "/search",
            base + "/inbox",
            "/account",
            "/account/settings",
            "/sign-out"));
  }

  private static NavItem item(String labelKey, Icon icon, String href, String path) {
    return new NavItem(labelKey, icon, href, isWithin(href, path), 0);
  }

  private static boolean isWithin(String href, String path) {
    return path.equals(href) || path.startsWith(href + "/");
  }

  private static Installation.Csrf csrfOf(HttpServletRequest request) {
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return token == null
        ? new Installation.Csrf("_csrf", "")
        : new Installation.Csrf(token.getParameterName(), token.getToken());
  }

  private static List<Flash> flashesOf(HttpServletRequest request) {
    Map<String, ?> kept = RequestContextUtils.getInputFlashMap(request);
    return kept != null && kept.get("flash") instanceof Flash flash ? List.of(flash) : List.of();
  }
}
