package se.tillit.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Somebody with a token, who reads and writes through HTTP; anything but success ends the
/// measurement.
final class Client {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Installation installation;
  private final String token;

  Client(Installation installation, String token) {
    this.installation = installation;
    this.token = token;
  }

  String get(String path) throws IOException, InterruptedException {
    return answer(request(path, "text/html,application/json").GET().build());
  }

  String post(String path, String json) throws IOException, InterruptedException {
    return answer(
        request(path, "application/json")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  /// Whether a page is there at all: a part that is not built yet is left out of the report.
  boolean finds(String path) throws IOException, InterruptedException {
    var request = request(path, "text/html").GET().build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  private HttpRequest.Builder request(String path, String accept) {
    return HttpRequest.newBuilder(URI.create(installation.address(path)))
        .header("Authorization", "Bearer " + token)
        .header("Accept", accept);
  }

  private String answer(HttpRequest request) throws IOException, InterruptedException {
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          request.method() + " " + request.uri() + " answered " + answer.statusCode());
    }
    return answer.body();
  }
}
