package se.tillit.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.tillit.kernel.Forbidden;

/// Gives a handler its `Viewer`, and stands the gate before all handlers.
@Component
class ViewerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final RequirementGate gate;
  private final PageTransaction pages;

  ViewerArgument(RequirementGate gate, PageTransaction pages) {
    this.gate = gate;
    this.pages = pages;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(gate);
    registry.addInterceptor(pages);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var servletRequest = request.getNativeRequest(HttpServletRequest.class);
    Viewer viewer = servletRequest == null ? null : TenantDoor.viewerOf(servletRequest);
    if (viewer == null) {
      throw new Forbidden("viewer");
    }
    return viewer;
  }
}
