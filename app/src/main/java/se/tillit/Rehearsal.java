package se.tillit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Walks through an invented municipality as two of its people would, before anybody is there: what
/// Java learns of the pages on the way is kept beside the program, and every later start begins
/// with it.
final class Rehearsal {

  private static final Duration LENGTH = Duration.ofSeconds(5);
  private static final int PEOPLE = 2;
  private static final int MOST_PAGES = 80;

  private static final Pattern PERSONA =
      Pattern.compile(
          "name=\"_csrf\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"account\""
              + " value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"tenant\" value=\"([^\"]+)\">");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String address;

  private Rehearsal(String address) {
    this.address = address;
  }

  /// Somebody of the demo, as the sign-in page offers her.
  private record Persona(String formToken, String account, String tenant) {}

  static void play(CommandLine line) throws IOException, InterruptedException {
    try (var context = Server.start(line)) {
      String port = context.getEnvironment().getRequiredProperty("local.server.port");
      String address = "http://127.0.0.1:" + port;
      int pages = 0;
      for (int person = 0; person < PEOPLE; person++) {
        pages += new Rehearsal(address).walkAs(person);
      }
      System.out.println("Rehearsed with " + pages + " pages");
    }
  }

  private int walkAs(int person) throws IOException, InterruptedException {
    Persona who = personas().get(person);
    String form =
        "_csrf=%s&account=%s&tenant=%s"
            .formatted(
                URLEncoder.encode(who.formToken(), StandardCharsets.UTF_8),
                who.account(),
                who.tenant());
    String start =
        send(
            request("/sign-in/demo")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    List<String> ways = ways(who.tenant(), start);
    int walked = 0;
    long end = System.nanoTime() + LENGTH.toNanos();
    while (System.nanoTime() < end) {
      read(ways.get(walked % ways.size()));
      walked++;
    }
    return walked;
  }

  private List<Persona> personas() throws IOException, InterruptedException {
    Matcher found = PERSONA.matcher(read("/sign-in"));
    var personas = new ArrayList<Persona>();
    while (found.find()) {
      personas.add(new Persona(found.group(1), found.group(2), found.group(3)));
    }
    if (personas.size() < PEOPLE) {
      throw new IllegalStateException("a rehearsal needs the invented people of a demo");
    }
    return personas;
  }

  /// The pages that the first one leads to, and those that these lead to, up to enough.
  private List<String> ways(String tenant, String start) throws IOException, InterruptedException {
    Set<String> ways = new LinkedHashSet<>(links(tenant, start));
    for (String near : List.copyOf(ways)) {
      if (ways.size() < MOST_PAGES) {
        ways.addAll(links(tenant, read(near)));
      }
    }
    return List.copyOf(ways);
  }

  /// Links to pages of the tenant; a file to take home has an ending.
  private static Set<String> links(String tenant, String page) {
    Matcher link = Pattern.compile("href=\"(/" + tenant + "/[^\".#?]+)\"").matcher(page);
    var links = new LinkedHashSet<String>();
    while (link.find()) {
      links.add(link.group(1));
    }
    return links;
  }

  private String read(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Accept", "text/html")
        .header("Accept-Language", "sv");
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }
}
