package se.tillit.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import se.tillit.kernel.Acting;

/// Lets a request into the tenant that its address names, as the viewer it turns out to be. A
/// tenant that is unknown and one that the account may not enter are the same 404; the latter is
/// logged.
@Component
public class TenantDoor extends OncePerRequestFilter {

  /// First words of addresses that are no tenant, and that no tenant may be called.
  public static final Set<String> RESERVED =
      Set.of(
          "api",
          "sign-in",
          "sign-out",
          "account",
          "installation",
          "health",
          "vendor",
          "static",
          "actuator",
          "error",
          "favicon.svg",
          "tillit.css",
          "tillit.js",
          "clocks.js",
          "login",
          "logout",
          "ott",
          "webauthn",
          "calendar",
          "metrics",
          "assets",
          "css",
          "js",
          "fonts",
          "images",
          "answer",
          "todo",
          "prometheus");

  private static final Logger LOG = LoggerFactory.getLogger(TenantDoor.class);
  private static final String VIEWER = Viewer.class.getName();

  private final Seats seats;
  private final PageTransaction pages;

  TenantDoor(Seats seats, PageTransaction pages) {
    this.seats = seats;
    this.pages = pages;
  }

  /// The viewer of this request; none outside tenants or when nobody is signed in.
  public static @Nullable Viewer viewerOf(HttpServletRequest request) {
    return (Viewer) request.getAttribute(VIEWER);
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Viewer already = viewerOf(request);
    if (already != null) {
      // The page that tells of an error is shown to the one who met it.
      enter(already, request, response, chain);
      return;
    }
    Optional<String> tenant = tenantOf(request.getRequestURI());
    // Only where a tenant is named is anybody asked for: other addresses read no session.
    Authentication who =
        tenant.isEmpty() ? null : SecurityContextHolder.getContext().getAuthentication();
    if (who == null || tenant.isEmpty() || isNobody(who)) {
      chain.doFilter(request, response);
      return;
    }
    PageTransaction.expect(request);
    try {
      Optional<Viewer> viewer = seats.take(who.getPrincipal(), tenant.get());
      if (viewer.isEmpty()) {
        LOG.warn("{} was refused entry to tenant {}", who.getName(), tenant.get());
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      request.setAttribute(VIEWER, viewer.get());
      enter(viewer.get(), request, response, chain);
    } finally {
      pages.abandon();
    }
  }

  private static boolean isNobody(Authentication who) {
    return !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken;
  }

  private static void enter(
      Viewer viewer, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      Acting.as(
          viewer.actor(),
          () -> {
            chain.doFilter(request, response);
            return null;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  /// `/kommunen/assets` and `/api/v1/kommunen/assets` both name `kommunen`.
  static Optional<String> tenantOf(String path) {
    List<String> parts = List.of(path.split("/", -1));
    int at = path.startsWith("/api/v1/") ? 3 : 1;
    if (parts.size() <= at || parts.get(at).isEmpty()) {
      return Optional.empty();
    }
    String word = parts.get(at);
    return RESERVED.contains(word) || word.contains(".") ? Optional.empty() : Optional.of(word);
  }
}
