package se.tillit.incident.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How many cases have something in common, in the period and a year before; an empty name gathers
/// those too few to be told one by one.
record Group(String name, long now, long before) {

  /// From so many on nobody can be pointed out.
  static final int ENOUGH = 5;

  boolean few() {
    return few(now) || few(before);
  }

  static boolean few(long count) {
    return count > 0 && count < ENOUGH;
  }

  /// Largest first. Groups with fewer than five cases are told together, with the next smallest if
  /// they are still too few, so that no single one can be worked out; none if even that is too few.
  static List<Group> told(List<Group> groups) {
    var large = new ArrayList<Group>();
    var small = new Group("", 0, 0);
    for (Group group : groups) {
      if (group.few()) {
        small = small.with(group);
      } else if (group.now() + group.before() > 0) {
        large.add(group);
      }
    }
    large.sort(
        Comparator.comparingLong(Group::now)
            .thenComparingLong(Group::before)
            .reversed()
            .thenComparing(Group::name));
    while (small.few() && !large.isEmpty()) {
      small = small.with(large.removeLast());
    }
    if (small.now() + small.before() > 0 && !small.few()) {
      large.add(small);
    }
    return List.copyOf(large);
  }

  private Group with(Group other) {
    return new Group(name, now + other.now, before + other.before);
  }
}
