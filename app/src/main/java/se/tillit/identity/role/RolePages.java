package se.tillit.identity.role;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tillit.identity.Role;
import se.tillit.identity.UnitNames;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.Crumb;
import se.tillit.web.FieldProblem;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// What the pages of own roles show.
@Component
class RolePages {

  private final OwnRoles roles;

  RolePages(OwnRoles roles) {
    this.roles = roles;
  }

  static String base(Viewer viewer) {
    return "/" + viewer.seat().tenantKey() + "/own-roles";
  }

  static Problems problems(Page page, Refused refused, String otherwise) {
    String field = refused.field() == null ? otherwise : refused.field();
    return new Problems(
        List.of(new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()))));
  }

  Map<String, Object> list(Viewer viewer, Page page) {
    var model = new HashMap<String, Object>();
    model.put("page", page.titled(page.t("identity.role.title")));
    model.put("base", base(viewer));
    model.put("roles", roles.all());
    model.put(
        "shipped",
        Arrays.stream(Role.values())
            .map(role -> Option.of(role.key(), page.t("identity.role." + role.key())))
            .sorted(Comparator.comparing(Option::label, page.words().alphabetical()))
            .toList());
    return model;
  }

  Map<String, Object> form(Viewer viewer, Page page, RoleForm form, Problems problems) {
    var offered = OwnRoles.grantable(viewer);
    var model = new HashMap<String, Object>();
    model.put("page", under(viewer, page.titled(page.t("identity.role.new"))));
    model.put("base", base(viewer));
    model.put("form", form);
    model.put("groups", PermissionGroup.of(offered, form.chosen(), page.words()));
    model.put("left", form.chosen().stream().filter(one -> !offered.contains(one)).count());
    model.put("problems", problems);
    return model;
  }

  Map<String, Object> show(
      Viewer viewer, Page page, UUID id, RoleForm form, HolderForm giving, Problems problems) {
    OwnRole role = roles.one(id);
    var offered = new TreeSet<>(OwnRoles.grantable(viewer));
    offered.addAll(role.permissions());
    List<UnitNames.UnitName> units = roles.units();
    var model = new HashMap<String, Object>();
    model.put("page", under(viewer, page.titled(role.name())));
    model.put("base", base(viewer));
    model.put("role", role);
    model.put("form", form);
    model.put("giving", giving);
    model.put("groups", PermissionGroup.of(offered, form.chosen(), page.words()));
    model.put("holders", roles.holders(viewer, id));
    model.put(
        "unitNames",
        units.stream()
            .collect(Collectors.toMap(UnitNames.UnitName::unit, UnitNames.UnitName::name)));
    model.put("units", options(units.stream(), giving));
    model.put("problems", problems);
    return model;
  }

  private static List<Option> options(Stream<UnitNames.UnitName> units, HolderForm giving) {
    return units
        .map(one ->
            Option.of(
                one.unit().toString(), one.name(), one.unit().toString().equals(giving.unit())))
        .toList();
  }

  private static Page under(Viewer viewer, Page page) {
    return page.under(new Crumb(page.t("identity.role.title"), base(viewer)));
  }
}
