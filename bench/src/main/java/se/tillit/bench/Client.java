package se.tillit.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody who reads and writes through HTTP, with a token as a machine or a session as a browser;
/// anything but success ends the measurement.
final class Client {

  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Installation installation;
  private final String header;
  private final String value;

  private Client(Installation installation, String header, String value) {
    this.installation = installation;
    this.header = header;
    this.value = value;
  }

  static Client withToken(Installation installation, String token) {
    return new Client(installation, "Authorization", "Bearer " + token);
  }

  /// Signs in by a one-time link, as somebody who chooses a password.
  static Client signedIn(Installation installation, String link)
      throws IOException, InterruptedException {
    var nobody = new Client(installation, "Accept-Language", "sv");
    String address = "/sign-in/link/" + link;
    HttpResponse<String> form = nobody.send(nobody.request(address, "text/html").GET().build());
    Matcher token = FORM_TOKEN.matcher(form.body());
    if (!token.find()) {
      throw new IllegalStateException(address + " shows no form");
    }
    String body =
        "_csrf="
            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)
            + "&password="
            + URLEncoder.encode("nio hundar i en lång rad", StandardCharsets.UTF_8);
    HttpResponse<String> welcome =
        nobody.send(
            nobody
                .request(address, "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie(form, "XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    return new Client(installation, "Cookie", cookie(welcome, "tillit"));
  }

  private static String cookie(HttpResponse<?> answer, String name) {
    return answer.headers().allValues("set-cookie").stream()
        .filter(it -> it.startsWith(name + "="))
        .map(it -> it.substring(0, it.indexOf(';')))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new IllegalStateException("no cookie " + name));
  }

  String get(String path) throws IOException, InterruptedException {
    return succeeded(request(path, "text/html,application/json").GET().build());
  }

  byte[] file(String path) throws IOException, InterruptedException {
    var answer =
        http.send(request(path, "*/*").GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  String post(String path, String json) throws IOException, InterruptedException {
    return succeeded(
        request(path, "application/json")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /// Sends a file as a form does.
  String upload(String path, String name, byte[] content) throws IOException, InterruptedException {
    String line = "--------tillit";
    byte[] head =
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(line, name))
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = ("\r\n--%s--\r\n".formatted(line)).getBytes(StandardCharsets.UTF_8);
    var body =
        HttpRequest.BodyPublishers.concat(
            HttpRequest.BodyPublishers.ofByteArray(head),
            HttpRequest.BodyPublishers.ofByteArray(content),
            HttpRequest.BodyPublishers.ofByteArray(tail));
    return succeeded(
        request(path, "application/json")
            .header("Content-Type", "multipart/form-data; boundary=" + line)
            .POST(body)
            .build());
  }

  private HttpRequest.Builder request(String path, String accept) {
    return HttpRequest.newBuilder(URI.create(installation.address(path)))
        .header(header, value)
        .header("Accept", accept);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String succeeded(HttpRequest request) throws IOException, InterruptedException {
    var answer = send(request);
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          request.method() + " " + request.uri() + " answered " + answer.statusCode());
    }
    return answer.body();
  }
}
