package se.tillit.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/// Sessions in PostgreSQL, so that any node knows them: written at sign-in and at most once a
/// minute after.
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

  /// Spring Session's own update, which would write a row for every request, made to write only
  /// when something but the time of last access changed, or that by a minute.
  private static final String UPDATE =
      """
      update %TABLE_NAME% s
      set session_id = n.session_id, last_access_time = n.last_access_time,
          max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time,
          principal_name = n.principal_name
      from (select ?::bpchar as session_id, ?::bigint as last_access_time,
                   ?::int as max_inactive_interval, ?::bigint as expiry_time,
                   ?::text as principal_name, ?::bpchar as primary_id) n
      where s.primary_id = n.primary_id
        and (s.last_access_time < n.last_access_time - 60000
             or s.session_id <> n.session_id
             or s.max_inactive_interval <> n.max_inactive_interval
             or s.principal_name is distinct from n.principal_name)
      """;

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sparingSessions() {
    return repository -> repository.setUpdateSessionQuery(UPDATE);
  }

  @Bean
  DefaultCookieSerializerCustomizer sessionCookie(@Value("${tillit.address}") String address) {
    return cookie -> {
      cookie.setCookieName("tillit");
      cookie.setUseHttpOnlyCookie(true);
      cookie.setSameSite("Lax");
      if (address.startsWith("https:")) {
        cookie.setUseSecureCookie(true);
      }
    };
  }
}
