package se.tillit.web;

import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Puts `Signposts` in the place of Spring's own search for handlers.
@Configuration(proxyBeanMethods = false)
class SignpostsConfiguration {

  @Bean
  WebMvcRegistrations signposts() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Signposts();
      }
    };
  }
}
