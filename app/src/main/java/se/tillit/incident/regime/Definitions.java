package se.tillit.incident.regime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Parses the text of definitions. Days stay text, and no type but maps, lists and text can be
/// made.
final class Definitions {

  private static final int LONGEST = 200_000;

  private Definitions() {}

  /// One mapping; what is wrong is added to the faults.
  static Text one(String text, List<Text.Fault> faults) {
    List<Object> all = all(text, faults);
    if (all.size() != 1 && faults.isEmpty()) {
      faults.add(new Text.Fault("", "incident.regime.fault.one-document", List.of()));
    }
    return Text.root(all.isEmpty() ? List.of() : all.getFirst(), faults);
  }

  private static List<Object> all(String text, List<Text.Fault> faults) {
    var all = new ArrayList<Object>();
    if (text.length() > LONGEST) {
      faults.add(new Text.Fault("", "incident.regime.fault.too-long", List.of(LONGEST)));
      return all;
    }
    try {
      yaml().loadAll(text).forEach(all::add);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      faults.add(new Text.Fault("", "incident.regime.fault.line", List.of(line)));
    } catch (YAMLException e) {
      faults.add(new Text.Fault("", "incident.regime.fault.unreadable", List.of()));
    }
    return all;
  }

  /// The documents of a shipped file, each with its own text.
  static List<String> documents(String file) {
    return Pattern.compile("(?m)^---\\s*$")
        .splitAsStream(file)
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static Yaml yaml() {
    var loading = new LoaderOptions();
    loading.setAllowDuplicateKeys(false);
    loading.setMaxAliasesForCollections(20);
    loading.setNestingDepthLimit(20);
    var writing = new DumperOptions();
    return new Yaml(
        new SafeConstructor(loading), new Representer(writing), writing, loading, new Plain());
  }

  private static final class Plain extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.MERGE, MERGE, "<");
    }
  }
}
