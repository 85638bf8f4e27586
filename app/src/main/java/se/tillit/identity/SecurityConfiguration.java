package se.tillit.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/// The doors: pages by session, the API by token, and the same strict headers on both.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'; manifest-src 'self'";

  private static final String[] ANYBODY = {
    "/sign-in/**", "/error", "/health/**", "/health", "/answer/**"
  };
  private static final String[] ANYBODY_READS = {
    "/vendor/**",
    "/*.css",
    "/*.js",
    "/favicon.svg",
    "/css/**",
    "/js/**",
    "/images/**",
    "/calendar/**",
    "/api/v1/openapi.json",
    "/manifest.json"
  };

  @Bean
  PasswordEncoder passwordEncoder() {
    // Argon2id with OWASP's least values: 19 MiB, two passes.
    var argon = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    return new DelegatingPasswordEncoder("argon2", Map.of("argon2", argon));
  }

  /// The time of each request is measured once, around all of it, and not for each filter again.
  @Bean
  SecurityObservationSettings noTimesOfFilters() {
    return SecurityObservationSettings.noObservations();
  }

  /// Nobody signs in through the framework's own filters: `identity.signin` does, with pages of our
  /// own.
  @Bean
  AuthenticationManager authenticationManager() {
    return attempt -> {
      throw new BadCredentialsException("sign in at /sign-in");
    };
  }

  /// Keeps the page that somebody asked for in a cookie, so that a visitor who is sent to sign in
  /// costs no session.
  @Bean
  RequestCache requestCache() {
    var asked = new CookieRequestCache();
    asked.setRequestMatcher(request ->
        request.getMethod().equals("GET")
            && String.valueOf(request.getHeader("Accept")).contains("text/html")
            && request.getHeader("HX-Request") == null);
    return asked;
  }

  @Bean
  CsrfTokenRepository formTokens(@Value("${tillit.address}") String address) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(cookie -> {
      cookie.sameSite("Lax");
      if (address.startsWith("https:")) {
        cookie.secure(true);
      }
    });
    return tokens;
  }

  /// Requests that carry a token: no session, no cookie, no CSRF.
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) throws Exception {
    return http.securityMatcher(BearerFilter::carriesToken)
        .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(it -> it.disable())
        .headers(SecurityConfiguration::strict)
        .addFilterBefore(new BearerFilter(tokens), UsernamePasswordAuthenticationFilter.class)
        // The page that says why a request failed asks for nothing more, or every failure would be
        // 403.
        .authorizeHttpRequests(it ->
            it.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .anyRequest()
                .authenticated())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(
      HttpSecurity http,
      RequestCache asked,
      CsrfTokenRepository formTokens,
      Clock clock,
      @Value("${tillit.session.longest:12h}") Duration longest)
      throws Exception {
    return http.csrf(it -> it.csrfTokenRepository(formTokens))
        .addFilterBefore(new SessionAge(clock, longest), SecurityContextHolderFilter.class)
        .headers(SecurityConfiguration::strict)
        .requestCache(it -> it.requestCache(asked))
        .authorizeHttpRequests(SecurityConfiguration::openTo)
        .exceptionHandling(it ->
            it.defaultAuthenticationEntryPointFor(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                    request -> request.getRequestURI().startsWith("/api/"))
                .defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/sign-in"), request -> true))
        .logout(it ->
            it.logoutUrl("/sign-out")
                .logoutSuccessUrl("/sign-in?signed-out")
                // What the tab keeps of half-written forms is not for whoever sits down next.
                .addLogoutHandler(
                    new HeaderWriterLogoutHandler(
                        new ClearSiteDataHeaderWriter(Directive.STORAGE))))
        .anonymous(withDefaults())
        .build();
  }

  /// Runs once the viewer's account is known, inside the security chain's thread, for every
  /// address.
  @Bean
  FilterRegistrationBean<TenantDoor> tenantDoorOrder(TenantDoor door) {
    var registration = new FilterRegistrationBean<>(door);
    registration.setOrder(0);
    return registration;
  }

  /// What anybody may ask for; each handler behind these declares it again (`@Public`).
  private static void openTo(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry it) {
    it.requestMatchers(ANYBODY)
        .permitAll()
        .requestMatchers(HttpMethod.GET, ANYBODY_READS)
        .permitAll()
        .anyRequest()
        .authenticated();
  }

  private static void strict(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(it -> it.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(withDefaults())
        .permissionsPolicyHeader(
            it -> it.policy("camera=(), microphone=(), geolocation=(), payment=()"));
  }
}
