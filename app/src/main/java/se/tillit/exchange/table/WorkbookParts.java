package se.tillit.exchange.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import se.tillit.kernel.Refused;

/// The parts of a workbook and how they point to each other. Only parts that are asked for are
/// unpacked, so that pictures and macros never are.
final class WorkbookParts implements Closeable {

  private static final String MAIN = "/officeDocument";
  private static final int MOST_PARTS = 10_000;

  /// One sheet as the workbook lists it.
  record Sheet(String name, boolean hidden, String part) {}

  private record Link(String type, String target) {}

  private final ZipFile zip;
  private final GuardedStream.Allowance allowance;
  private final Map<String, ZipEntry> entries = new HashMap<>();

  private WorkbookParts(ZipFile zip, long allowance) {
    this.zip = zip;
    this.allowance = new GuardedStream.Allowance(allowance);
  }

  static WorkbookParts open(Path file, TableLimits limits) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    WorkbookParts parts = new WorkbookParts(zip, limits.unpackedFrom(Files.size(file)));
    try {
      parts.list();
      parts.refuseOtherKinds();
      return parts;
    } catch (RuntimeException | IOException refused) {
      zip.close();
      throw refused;
    }
  }

  private void list() {
    if (zip.size() > MOST_PARTS) {
      throw new Refused("exchange.table.bomb");
    }
    zip.stream().forEach(entry -> entries.put(key(entry.getName()), entry));
  }

  private static String key(String name) {
    String relative = name.startsWith("/") ? name.substring(1) : name;
    return relative.toLowerCase(Locale.ROOT);
  }

  private void refuseOtherKinds() throws IOException {
    if (entries.containsKey("mimetype") && entries.containsKey("content.xml")) {
      throw new Refused("exchange.table.open-document");
    }
    @Nullable String kind = contentType();
    if (kind == null) {
      throw new Refused("exchange.table.not-a-table");
    }
    if (kind.contains("sheet.binary")) {
      throw new Refused("exchange.table.binary-excel");
    }
    if (kind.contains("macroenabled") || entries.containsKey("xl/vbaproject.bin")) {
      throw new Refused("exchange.table.macros");
    }
    if (!kind.contains("spreadsheetml")) {
      throw new Refused("exchange.table.not-a-table");
    }
  }

  /// What the main part says it is: documents and presentations are packed in the same way.
  private @Nullable String contentType() throws IOException {
    @Nullable String main = mainPart();
    @Nullable XmlPart types = part("[Content_Types].xml");
    if (main == null || types == null) {
      return null;
    }
    String extension = main.substring(main.lastIndexOf('.') + 1);
    @Nullable String byExtension = null;
    try (types) {
      while (types.advance()) {
        if (types.starts("Override") && key(attribute(types, "PartName")).equals(key(main))) {
          return attribute(types, "ContentType").toLowerCase(Locale.ROOT);
        }
        if (types.starts("Default") && attribute(types, "Extension").equals(extension)) {
          byExtension = attribute(types, "ContentType").toLowerCase(Locale.ROOT);
        }
      }
    }
    return byExtension;
  }

  private @Nullable String mainPart() throws IOException {
    return links("").values().stream()
        .filter(link -> link.type().endsWith(MAIN))
        .map(Link::target)
        .findFirst()
        .orElse(null);
  }

  private String workbook() throws IOException {
    @Nullable String main = mainPart();
    if (main == null) {
      throw new Refused("exchange.table.damaged");
    }
    return main;
  }

  boolean countsFrom1904() throws IOException {
    try (XmlPart part = required(workbook())) {
      while (part.advance()) {
        if (part.starts("workbookPr")) {
          @Nullable String from = part.attribute("date1904");
          return "1".equals(from) || "true".equalsIgnoreCase(from);
        }
      }
      return false;
    }
  }

  List<Sheet> sheets() throws IOException {
    String workbook = workbook();
    Map<String, Link> links = links(workbook);
    List<Sheet> sheets = new ArrayList<>();
    try (XmlPart part = required(workbook)) {
      while (part.advance()) {
        if (part.starts("sheet")) {
          @Nullable Link link = links.get(attribute(part, "id"));
          if (link != null && link.type().endsWith("/worksheet")) {
            boolean hidden = attribute(part, "state").toLowerCase(Locale.ROOT).endsWith("hidden");
            sheets.add(new Sheet(attribute(part, "name"), hidden, link.target()));
          }
        }
      }
    }
    return sheets;
  }

  @Nullable XmlPart styles() throws IOException {
    return linked("/styles");
  }

  @Nullable XmlPart sharedStrings() throws IOException {
    return linked("/sharedStrings");
  }

  private @Nullable XmlPart linked(String type) throws IOException {
    for (Link link : links(workbook()).values()) {
      if (link.type().endsWith(type)) {
        return part(link.target());
      }
    }
    return null;
  }

  /// Where a part points to; the empty name stands for the package itself.
  private Map<String, Link> links(String from) throws IOException {
    int slash = from.lastIndexOf('/');
    String folder = from.substring(0, slash + 1);
    Map<String, Link> links = new HashMap<>();
    @Nullable XmlPart part = part(folder + "_rels/" + from.substring(slash + 1) + ".rels");
    if (part == null) {
      return links;
    }
    try (part) {
      while (part.advance()) {
        if (part.starts("Relationship")) {
          String target = resolved(folder, attribute(part, "Target"));
          links.put(attribute(part, "Id"), new Link(attribute(part, "Type"), target));
        }
      }
    }
    return links;
  }

  private static String resolved(String folder, String target) {
    return target.startsWith("/")
        ? target.substring(1)
        : Path.of("/" + folder).resolve(target).normalize().toString().substring(1);
  }

  private static String attribute(XmlPart part, String name) {
    @Nullable String value = part.attribute(name);
    return value == null ? "" : value;
  }

  XmlPart required(String name) throws IOException {
    @Nullable XmlPart part = part(name);
    if (part == null) {
      throw new Refused("exchange.table.damaged");
    }
    return part;
  }

  private @Nullable XmlPart part(String name) throws IOException {
    @Nullable ZipEntry entry = entries.get(key(name));
    return entry == null
        ? null
        : new XmlPart(new GuardedStream(zip.getInputStream(entry), allowance));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
