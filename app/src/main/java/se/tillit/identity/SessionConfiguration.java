package se.tillit.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

/// Sessions are kept by `identity.session`; this is the cookie that names one.
@EnableSpringHttpSession
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

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
