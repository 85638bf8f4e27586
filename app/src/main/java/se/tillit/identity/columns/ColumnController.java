package se.tillit.identity.columns;

import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.tillit.identity.AccountPrincipal;
import se.tillit.identity.SignedIn;
import se.tillit.kernel.Refused;

/// Takes a person's choice of columns and leads back to the list.
@Controller
class ColumnController {

  private static final Pattern NAME = Pattern.compile("[a-z-]{1,40}");
  private static final Pattern ELSEWHERE = Pattern.compile("[^/].*|/[/\\\\].*|.*[\r\n].*");
  private static final int MOST = 40;

  private final ColumnChoices choices;

  ColumnController(ColumnChoices choices) {
    this.choices = choices;
  }

  @SignedIn
  @PostMapping(ColumnChoices.ADDRESS)
  String create(
      Authentication who,
      @RequestParam String table,
      @RequestParam(defaultValue = "") Set<String> column,
      @RequestParam(defaultValue = "/") String returnTo) {
    boolean known =
        NAME.matcher(table).matches()
            && column.size() <= MOST
            && column.stream().allMatch(name -> NAME.matcher(name).matches());
    if (!known || !(who.getPrincipal() instanceof AccountPrincipal someone)) {
      throw new Refused("web.columns.unknown");
    }
    choices.keep(someone.account(), table, column);
    return "redirect:" + (ELSEWHERE.matcher(returnTo).matches() ? "/" : returnTo);
  }
}
