package se.tillit.identity.tenant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.tillit.identity.AccountPrincipal;
import se.tillit.identity.RunsInstallation;
import se.tillit.identity.Tenants;
import se.tillit.identity.account.Accounts;
import se.tillit.kernel.Forbidden;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;
import se.tillit.web.FieldProblem;
import se.tillit.web.Page;
import se.tillit.web.Problems;

/// The installation's own page: which tenants there are, a new one, and a first administrator for
/// each.
@Controller
class InstallationController {

  private final Tenants tenants;
  private final TenantOpening opening;
  private final Accounts accounts;

  InstallationController(Tenants tenants, TenantOpening opening, Accounts accounts) {
    this.tenants = tenants;
    this.accounts = accounts;
    this.opening = opening;
  }

  @RunsInstallation
  @GetMapping("/installation")
  ModelAndView show(@ModelAttribute("page") Page page) {
    return new ModelAndView("identity/installation", model(page, TenantForm.EMPTY));
  }

  @RunsInstallation
  @PostMapping("/installation/tenants")
  ModelAndView create(Authentication who, TenantForm form, @ModelAttribute("page") Page page) {
    try {
      var sent = opening.open(nameOf(who), form, page.words());
      var model = model(page, TenantForm.EMPTY);
      model.put("sent", List.of(sent));
      return new ModelAndView("identity/installation", model, HttpStatus.CREATED);
    } catch (Refused refused) {
      String field = refused.field() == null ? "key" : refused.field();
      var problem = new FieldProblem(field, page.t(refused.messageKey(), refused.arguments()));
      var model = model(page, form);
      model.put("problems", new Problems(List.of(problem)));
      return new ModelAndView("identity/installation", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @RunsInstallation
  @PostMapping("/installation/tenants/{key}/administrator")
  ModelAndView invite(
      Authentication who,
      @PathVariable String key,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @ModelAttribute("page") Page page) {
    var tenant = tenants.byKey(key).orElseThrow(() -> new Unknown("tenant", key));
    var sent = opening.invite(nameOf(who), tenant, name, email, page.words());
    var model = model(page, TenantForm.EMPTY);
    model.put("sent", List.of(sent));
    return new ModelAndView("identity/installation", model, HttpStatus.CREATED);
  }

  private String nameOf(Authentication who) {
    return Optional.of(who)
        .map(Authentication::getPrincipal)
        .filter(AccountPrincipal.class::isInstance)
        .flatMap(someone -> accounts.byId(((AccountPrincipal) someone).account()))
        .map(Accounts.Account::name)
        .orElseThrow(() -> new Forbidden("installation"));
  }

  private Map<String, Object> model(Page page, TenantForm form) {
    var model = new HashMap<String, Object>();
    model.put("page", page.titled(page.t("identity.installation.title")));
    model.put("tenants", tenants.all());
    model.put("form", form);
    model.put("sent", List.of());
    model.put("problems", Problems.NONE);
    return model;
  }
}
