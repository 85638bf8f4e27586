package se.tillit.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/// One transaction for a page that is only read: begun where the viewer takes her seat, ended when
/// the handler has gathered what the page shows, before a byte of it is drawn or sent. Each
/// transaction less spares three round trips to the database.
///
/// Whatever writes its own answer (a file, JSON, a stream) keeps its own transactions, so that a
/// mark in the trail is always written before the answer that it tells of.
@Component
class PageTransaction implements HandlerInterceptor, HandlerExceptionResolver, Ordered {

  private static final ThreadLocal<Boolean> WANTED = new ThreadLocal<>();
  private static final ThreadLocal<TransactionStatus> OPEN = new ThreadLocal<>();

  private static final DefaultTransactionDefinition PAGE = new DefaultTransactionDefinition();

  static {
    // By this name the database knows a page, and plans its statements once.
    PAGE.setName("page");
  }

  private final PlatformTransactionManager manager;

  PageTransaction(PlatformTransactionManager manager) {
    this.manager = manager;
  }

  /// Whether the seat that is taken next begins a page.
  static void expect(HttpServletRequest request) {
    if (request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/api/")) {
      WANTED.set(true);
    }
  }

  /// Answers the question in the page's transaction, begun here if one is expected, or in its own.
  <T> T within(Supplier<T> question) {
    if (WANTED.get() == null) {
      TransactionStatus own = manager.getTransaction(TransactionDefinition.withDefaults());
      try {
        T answer = question.get();
        manager.commit(own);
        return answer;
      } catch (RuntimeException e) {
        if (!own.isCompleted()) {
          manager.rollback(own);
        }
        throw e;
      }
    }
    WANTED.remove();
    OPEN.set(manager.getTransaction(PAGE));
    return question.get();
  }

  /// Undoes what is still open: nothing of a page outlives its request.
  void abandon() {
    WANTED.remove();
    TransactionStatus open = OPEN.get();
    OPEN.remove();
    if (open != null && !open.isCompleted()) {
      manager.rollback(open);
    }
  }

  private void end() {
    TransactionStatus open = OPEN.get();
    OPEN.remove();
    if (open != null) {
      manager.commit(open);
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method) || !namesPage(method)) {
      end();
    }
    return true;
  }

  private static boolean namesPage(HandlerMethod method) {
    Class<?> answer = method.getReturnType().getParameterType();
    return (answer == String.class || answer == ModelAndView.class)
        && !method.hasMethodAnnotation(ResponseBody.class)
        && !method.getBeanType().isAnnotationPresent(ResponseBody.class);
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView page) {
    end();
  }

  /// Before any page tells of a fault, what the fault interrupted is undone.
  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception fault) {
    abandon();
    return null;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
