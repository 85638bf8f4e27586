package se.tillit.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Every component with realistic data, as files to open in a browser: run `main`, then look in
/// `target/gallery`.
final class Gallery {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "se.tillit.pages");

  private final Words words;

  Gallery(Words words) {
    this.words = words;
  }

  public static void main(String[] arguments) throws IOException {
    Path target = Path.of("target/gallery");
    copy(Path.of("src/main/resources/static"), target);
    for (Words words : Words.all()) {
      Path folder = Files.createDirectories(target.resolve(words.language()));
      for (var page : new Gallery(words).pages().entrySet()) {
        Files.writeString(folder.resolve(page.getKey() + ".html"), page.getValue());
      }
    }
    System.out.println(target.toAbsolutePath());
  }

  /// Each page of the gallery under its file name.
  Map<String, String> pages() {
    GalleryPages pages = new GalleryPages(this, words);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("situation", pages.situation());
    all.put("register", pages.register());
    all.put("record", pages.record());
    all.put("form", pages.form());
    all.put("reading", pages.reading());
    all.put("empty", pages.empty());
    all.put("overlays", pages.overlays());
    all.put("bare", pages.bare());
    return all;
  }

  /// A component as content for another; parameters by name and value in turn.
  Content part(String name, Object... parameters) {
    String html = render("web/" + name + ".jte", parameters);
    return output -> output.writeContent(html);
  }

  /// Markup that a page's own template would hold.
  Content html(Object... pieces) {
    return output -> {
      for (Object piece : pieces) {
        if (piece instanceof Content content) {
          content.writeTo(output);
        } else {
          output.writeContent(piece.toString());
        }
      }
    };
  }

  String render(String template, Object... parameters) {
    Map<String, Object> byName = new HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      byName.put((String) parameters[i], parameters[i + 1]);
    }
    if (ENGINE.getParamInfo(template).containsKey("words")) {
      byName.putIfAbsent("words", words);
    }
    StringOutput output = new StringOutput();
    ENGINE.render(template, byName, output);
    return output.toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
