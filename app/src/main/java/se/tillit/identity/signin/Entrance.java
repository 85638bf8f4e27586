package se.tillit.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import se.tillit.identity.AccountPrincipal;
import se.tillit.identity.account.Accounts;

/// Lets somebody in who has proved who she is, by whichever means: a new session, a new form token,
/// and back to the page that she asked for. Every way of signing in ends here (see `SignInSource`).
@Component
public class Entrance {

  /// Where the session keeps from which browser and address it was opened.
  public static final String BROWSER = "tillit.browser";

  public static final String ADDRESS = "tillit.address";

  private static final int LONGEST_BROWSER = 200;

  private final Accounts accounts;
  private final RequestCache asked;
  private final CsrfTokenRepository formTokens;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  Entrance(Accounts accounts, RequestCache asked, CsrfTokenRepository formTokens) {
    this.accounts = accounts;
    this.asked = asked;
    this.formTokens = formTokens;
  }

  /// @param means how she proved it, for the trail: `password`, `passkey`, `link`
  /// @param otherwise where to, when she asked for no page before
  /// @return the address to go to
  public String admit(
      UUID account,
      String means,
      String otherwise,
      HttpServletRequest request,
      HttpServletResponse response) {
    accounts.signedIn(account, means);
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    HttpSession session = request.getSession(true);
    String browser = request.getHeader("User-Agent");
    session.setAttribute(BROWSER, browser == null ? "" : shortened(browser));
    session.setAttribute(ADDRESS, request.getRemoteAddr());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new AccountPrincipal(account), null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    formTokens.saveToken(null, request, response);
    return askedFor(otherwise, request, response);
  }

  private String askedFor(
      String otherwise, HttpServletRequest request, HttpServletResponse response) {
    SavedRequest saved = asked.getRequest(request, response);
    asked.removeRequest(request, response);
    if (saved == null) {
      return otherwise;
    }
    // Only the path and query are followed: an address elsewhere is never gone to.
    URI address = URI.create(saved.getRedirectUrl());
    String path = address.getRawPath();
    if (path == null || !path.startsWith("/") || path.startsWith("//")) {
      return otherwise;
    }
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }

  private static String shortened(String browser) {
    return browser.substring(0, Math.min(LONGEST_BROWSER, browser.length()));
  }
}
