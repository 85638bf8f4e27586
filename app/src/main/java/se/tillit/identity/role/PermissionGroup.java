package se.tillit.identity.role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import se.tillit.web.Option;
import se.tillit.web.Words;

/// A module's permissions as somebody chooses among them; each in the words of its module.
public record PermissionGroup(String name, List<Option> permissions) {

  static List<PermissionGroup> of(Collection<String> offered, Set<String> chosen, Words words) {
    var byModule = new TreeMap<String, List<Option>>(words.alphabetical());
    for (String permission : offered) {
      String module = permission.substring(0, permission.indexOf('.'));
      byModule
          .computeIfAbsent(said(module + ".permissions", module, words), any -> new ArrayList<>())
          .add(Option.of(permission, label(permission, words), chosen.contains(permission)));
    }
    return byModule.entrySet().stream()
        .map(one -> new PermissionGroup(one.getKey(), List.copyOf(one.getValue())))
        .toList();
  }

  /// `asset.import` stands as `asset.permission.import`.
  static String label(String permission, Words words) {
    return said(permission.replaceFirst("\\.", ".permission."), permission, words);
  }

  /// A module that has forgotten its words must not take the page down; a test finds it.
  private static String said(String key, String otherwise, Words words) {
    return words.knows(key) ? words.t(key) : otherwise;
  }
}
