package se.tillit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what is larger than any file or text that Tillit takes: at once where the sender says
/// how much is coming, before a byte of it is read, and else as soon as it has become too much.
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
@Component
class RequestSize extends OncePerRequestFilter {

  private final long mostInForms;
  private final long mostElsewhere;

  RequestSize(
      @Value("${spring.servlet.multipart.max-request-size}") DataSize mostInForms,
      @Value("${tillit.largest-text:25MB}") DataSize mostElsewhere) {
    this.mostInForms = mostInForms.toBytes();
    this.mostElsewhere = mostElsewhere.toBytes();
  }

  /// A body that went on past what is taken.
  static final class TooMuch extends IOException {

    private static final long serialVersionUID = 1L;
  }

  /// Whether that is what a failure is about, however it was wrapped on its way.
  static boolean isCauseOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooMuch) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean upload = String.valueOf(request.getContentType()).startsWith("multipart/");
    long most = upload ? mostInForms : mostElsewhere;
    if (request.getContentLengthLong() > most) {
      // What is on its way is not waited for.
      response.setHeader(HttpHeaders.CONNECTION, "close");
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    boolean counted = !upload && request.getContentLengthLong() < 0;
    chain.doFilter(counted ? new Counted(request, most) : request, response);
  }

  /// A request that tells no length: its body is counted as it comes. Uploads are counted by the
  /// server itself.
  private static final class Counted extends HttpServletRequestWrapper {

    private final long most;

    Counted(HttpServletRequest request, long most) {
      super(request);
      this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream(), most);
    }
  }

  private static final class CountedStream extends ServletInputStream {

    private final ServletInputStream stream;
    private long left;

    CountedStream(ServletInputStream stream, long most) {
      this.stream = stream;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int one = stream.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = stream.read(bytes, from, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int read) throws IOException {
      left -= read;
      if (left < 0) {
        throw new TooMuch();
      }
    }

    @Override
    public boolean isFinished() {
      return stream.isFinished();
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      stream.setReadListener(listener);
    }
  }
}
