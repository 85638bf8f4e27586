package se.tillit.identity.token;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.tillit.identity.Grant;
import se.tillit.identity.Requires;
import se.tillit.identity.Role;
import se.tillit.identity.UnitNames;
import se.tillit.identity.Viewer;
import se.tillit.kernel.Refused;
import se.tillit.web.FieldProblem;
import se.tillit.web.Flash;
import se.tillit.web.Option;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The page of a tenant's tokens; a new one's secret is shown on the answer to its form and never
/// again.
@Controller
class TokenController {

  private final TokenRegister register;
  private final Clock clock;

  TokenController(TokenRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  @Requires("identity.token.administer")
  @GetMapping("/{tenant}/tokens")
  ModelAndView list(Viewer viewer, @ModelAttribute("page") Page page) {
    return new ModelAndView("identity/tokens", model(viewer, page, TokenForm.EMPTY));
  }

  @Requires("identity.token.administer")
  @PostMapping("/{tenant}/tokens")
  ModelAndView issue(Viewer viewer, TokenForm form, @ModelAttribute("page") Page page) {
    try {
      String secret = register.issue(viewer, form);
      var model = model(viewer, page, TokenForm.EMPTY);
      model.put("secret", secret);
      return new ModelAndView("identity/tokens", model, HttpStatus.CREATED);
    } catch (Refused refused) {
      String field = refused.field() == null ? "name" : refused.field();
      var problem = new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()));
      var model = model(viewer, page, form);
      model.put("problems", new Problems(List.of(problem)));
      return new ModelAndView("identity/tokens", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @Requires("identity.token.administer")
  @PostMapping("/{tenant}/tokens/{id}/revocation")
  String revoke(
      Viewer viewer,
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      RedirectAttributes redirect) {
    register.revoke(viewer, id);
    redirect.addFlashAttribute("flash", Flash.done(page.t("identity.tokens.revoked")));
    return "redirect:/" + viewer.seat().tenantKey() + "/tokens";
  }

  private Map<String, Object> model(Viewer viewer, Page page, TokenForm form) {
    var model = new HashMap<String, Object>();
    model.put("page", page.titled(page.t("identity.tokens.title")));
    model.put("base", "/" + viewer.seat().tenantKey() + "/tokens");
    model.put("tokens", register.all(viewer));
    model.put("now", clock.instant());
    model.put("form", form);
    model.put("roles", roles(page, form));
    model.put("units", units(form));
    model.put("secret", "");
    model.put("problems", Problems.NONE);
    return model;
  }

  /// The shipped roles, then the tenant's own.
  private List<Option> roles(Page page, TokenForm form) {
    var shipped =
        Arrays.stream(Role.values())
            .map(role ->
                Option.of(
                    role.key(),
                    page.t("identity.role." + role.key()),
                    role.key().equals(form.role())));
    var own =
        register.ownRoles().entrySet().stream()
            .map(it ->
                Option.of(
                    Grant.OWN + it.getKey(),
                    page.t("identity.tokens.own-role", it.getValue()),
                    (Grant.OWN + it.getKey()).equals(form.role())));
    return Stream.concat(shipped, own).toList();
  }

  private List<Option> units(TokenForm form) {
    return register.units().stream()
        .map((UnitNames.UnitName one) ->
            Option.of(one.unit().toString(), one.name(), one.unit().toString().equals(form.unit())))
        .toList();
  }
}
