package se.tillit.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/// The doors: pages by session, the API by token, and the same strict headers on both.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'; manifest-src 'self'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  AuthenticationManager authenticationManager(List<AuthenticationProvider> providers) {
    return new ProviderManager(providers);
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
        .authorizeHttpRequests(it -> it.anyRequest().authenticated())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.csrf(it -> it.csrfTokenRepository(new CookieCsrfTokenRepository()))
        .headers(SecurityConfiguration::strict)
        .requestCache(it -> it.requestCache(new CookieRequestCache()))
        .authorizeHttpRequests(it ->
            it.requestMatchers("/sign-in/**", "/error", "/health/**", "/health", "/answer/**")
                .permitAll()
                .requestMatchers(
                    HttpMethod.GET,
                    "/vendor/**",
                    "/*.css",
                    "/*.js",
                    "/favicon.svg",
                    "/css/**",
                    "/js/**",
                    "/images/**",
                    "/calendar/**",
                    "/api/v1/openapi.json",
                    "/manifest.json")
                .permitAll()
                .anyRequest()
                .authenticated())
        .formLogin(it ->
            it.loginPage("/sign-in")
                .loginProcessingUrl("/sign-in/password")
                .usernameParameter("login")
                .passwordParameter("password")
                .failureUrl("/sign-in?failed")
                .defaultSuccessUrl("/", false)
                .permitAll())
        .logout(it -> it.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"))
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

  private static void strict(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(it -> it.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(withDefaults())
        .permissionsPolicyHeader(
            it -> it.policy("camera=(), microphone=(), geolocation=(), payment=()"));
  }
}
