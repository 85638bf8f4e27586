package se.tillit.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Renders the precompiled page that a handler names (`asset/list`) with the handler's model.
@Component
class JtePages implements ViewResolver, Ordered {

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "se.tillit.pages");

  @Override
  public int getOrder() {
    return 0;
  }

  @Override
  public @Nullable View resolveViewName(String viewName, Locale locale) {
    String template = viewName + ".jte";
    if (viewName.contains(":") || !engine.hasTemplate(template)) {
      return null;
    }
    return new JtePage(engine, template);
  }

  /// One page, rendered whole before a byte is sent, so that a fault never leaves half a page.
  private record JtePage(TemplateEngine engine, String template) implements View {

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var values = new HashMap<String, @Nullable Object>();
      if (model != null) {
        model.forEach((name, value) -> {
          if (!name.startsWith(BindingResult.MODEL_KEY_PREFIX)) {
            values.put(name, value);
          }
        });
      }
      var output = new Utf8ByteOutput();
      engine.render(template, values, output);
      response.setContentType(getContentType());
      response.setContentLength(output.getContentLength());
      // At once: each of the wrappers around the stream looks at every write.
      response.getOutputStream().write(output.toByteArray());
    }
  }
}
