package se.tillit.identity.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a request read its session once: Spring Session asks for it again after the answer. Nothing
/// outlives the request.
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class OneReading extends OncePerRequestFilter {

  private static final ScopedValue<Map<String, StoredSession>> READ = ScopedValue.newInstance();

  static @Nullable StoredSession of(String id, Supplier<@Nullable StoredSession> reading) {
    if (!READ.isBound()) {
      return reading.get();
    }
    StoredSession known = READ.get().get(id);
    if (known == null) {
      known = reading.get();
      if (known != null) {
        READ.get().put(id, known);
      }
    }
    return known;
  }

  static void forget(String id) {
    if (READ.isBound()) {
      READ.get().remove(id);
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      ScopedValue.where(READ, new HashMap<>())
          .call(() -> {
            chain.doFilter(request, response);
            return true;
          });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
