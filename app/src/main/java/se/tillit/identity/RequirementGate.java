package se.tillit.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import se.tillit.kernel.Forbidden;

/// Asks, before any handler runs, for the permission that it declares; one that declares none
/// answers nobody.
@Component
class RequirementGate implements HandlerInterceptor {

  private final SeatStore seats;

  RequirementGate(SeatStore seats) {
    this.seats = seats;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || method.getBeanType().getPackageName().startsWith("org.springframework")) {
      return true;
    }
    if (method.hasMethodAnnotation(Public.class)) {
      return true;
    }
    if (method.hasMethodAnnotation(SignedIn.class)) {
      return signedIn();
    }
    if (method.hasMethodAnnotation(RunsInstallation.class)) {
      return runsInstallation();
    }
    Requires requires = method.getMethodAnnotation(Requires.class);
    Viewer viewer = TenantDoor.viewerOf(request);
    if (requires == null || viewer == null) {
      throw new Forbidden(method.toString());
    }
    Scope reach = viewer.demand(requires.value());
    if (requires.everywhere() && !reach.everything()) {
      throw new Forbidden(requires.value());
    }
    return true;
  }

  private static boolean signedIn() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who == null || who instanceof AnonymousAuthenticationToken) {
      throw new Forbidden("signed-in");
    }
    return true;
  }

  private boolean runsInstallation() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    boolean runs =
        who != null
            && who.getPrincipal() instanceof AccountPrincipal someone
            && seats
                .faceOf(someone.account())
                .map(SeatStore.Face::administersInstallation)
                .orElse(false);
    if (!runs) {
      throw new Forbidden("installation");
    }
    return true;
  }
}
