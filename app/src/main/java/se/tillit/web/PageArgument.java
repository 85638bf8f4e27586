package se.tillit.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/// Hands a handler its `Page` as it stands in the model. Spring's own way would bind the request's
/// parameters to it, which nobody wants and each page would pay for.
@Component
class PageArgument implements HandlerMethodArgumentResolver, BeanPostProcessor {

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof RequestMappingHandlerAdapter adapter) {
      var resolvers = new ArrayList<HandlerMethodArgumentResolver>(List.of(this));
      List<HandlerMethodArgumentResolver> known = adapter.getArgumentResolvers();
      resolvers.addAll(known == null ? List.of() : known);
      adapter.setArgumentResolvers(resolvers);
    }
    return bean;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Page.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return container == null ? null : container.getModel().get("page");
  }
}
