package se.tillit.identity.tenant;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Requires;
import se.tillit.identity.Viewer;
import se.tillit.web.Cursor;
import se.tillit.web.Words;

/// The accounts of a tenant as JSON.
@RestController
class AccountsResource {

  private static final int MOST = 200;

  private final TenantAccounts accounts;
  private final Invitations invitations;

  AccountsResource(TenantAccounts accounts, Invitations invitations) {
    this.accounts = accounts;
    this.invitations = invitations;
  }

  /// Whom to invite.
  public record Invited(UUID person) {}

  @Requires(value = "identity.account.administer", everywhere = true)
  @GetMapping("/api/v1/{tenant}/accounts")
  Map<String, Object> list(
      Viewer viewer,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after) {
    int wanted = Math.clamp(limit, 1, MOST);
    Cursor from = after == null || after.isBlank() ? null : Cursor.parse(after);
    var found = accounts.list(viewer, q, from, wanted + 1);
    boolean more = found.size() > wanted;
    var items = more ? found.subList(0, wanted) : found;
    var answer = new HashMap<String, Object>();
    answer.put("items", items);
    if (more) {
      answer.put("next", items.getLast().cursor());
    }
    return answer;
  }

  @Requires(value = "identity.account.administer", everywhere = true)
  @PostMapping("/api/v1/{tenant}/accounts/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  SentInvitation invite(Viewer viewer, @RequestBody Invited invited) {
    return invitations.invite(invited.person(), Words.in(viewer.settings().language()));
  }

  @Requires(value = "identity.account.administer", everywhere = true)
  @PostMapping("/api/v1/{tenant}/accounts/{id}/closing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(Viewer viewer, @PathVariable UUID id) {
    accounts.close(viewer, id);
  }

  @Requires(value = "identity.account.administer", everywhere = true)
  @PostMapping("/api/v1/{tenant}/accounts/{id}/opening")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void open(Viewer viewer, @PathVariable UUID id) {
    accounts.open(viewer, id);
  }
}
