package se.tillit.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/// Uploads are parted once. The page that tells why one was refused does not try again, or it would
/// be refused too and stay empty.
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

  @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
  MultipartResolver uploads() {
    return new StandardServletMultipartResolver() {
      @Override
      public boolean isMultipart(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
      }
    };
  }
}
