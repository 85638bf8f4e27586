package se.tillit.identity.tenant;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.IdentityChanged;
import se.tillit.identity.People;
import se.tillit.identity.Tenants;
import se.tillit.identity.account.Accounts;
import se.tillit.identity.account.LinkMail;
import se.tillit.identity.account.Links;
import se.tillit.kernel.Acting;
import se.tillit.kernel.Refused;
import se.tillit.kernel.TenantId;
import se.tillit.kernel.Unknown;
import se.tillit.web.Words;

/// Invites people into a tenant. An invitation makes no account: whoever opens the link makes one,
/// or enters with the one she has. So an administrator never holds the key to an account that
/// serves other tenants too.
@Component
class Invitations {

  private final People people;
  private final Accounts accounts;
  private final Links links;
  private final LinkMail mail;
  private final Tenants tenants;
  private final ApplicationEventPublisher events;

  Invitations(
      People people,
      Accounts accounts,
      Links links,
      LinkMail mail,
      Tenants tenants,
      ApplicationEventPublisher events) {
    this.people = people;
    this.accounts = accounts;
    this.links = links;
    this.mail = mail;
    this.tenants = tenants;
    this.events = events;
  }

  @Transactional(readOnly = true)
  List<People.Invitee> search(String words) {
    return people.search(words);
  }

  @Transactional
  SentInvitation invite(UUID person, Words words) {
    var invitee = people.one(person).orElseThrow(() -> new Unknown("person", person));
    accounts.demandOnlyWayIn(null, Acting.current().tenant(), person);
    return send(Acting.current().tenant(), invitee, words);
  }

  /// Registers a tenant's first administrator and invites her.
  @Transactional
  SentInvitation inviteAdministrator(String name, String email, Words words) {
    if (name.isBlank()) {
      throw new Refused("identity.account.name-missing").at("name");
    }
    UUID person = people.registerAdministrator(name, email);
    var invitee = new People.Invitee(person, name.strip(), email.strip());
    return send(Acting.current().tenant(), invitee, words);
  }

  private SentInvitation send(TenantId tenant, People.Invitee invitee, Words words) {
    links.withdraw(tenant, invitee.person());
    String link =
        links.issue(
            new Links.Invitation(tenant, invitee.person(), invitee.name(), invitee.email()));
    String town =
        tenants.all().stream()
            .filter(it -> it.id().equals(tenant))
            .map(Tenants.Tenant::name)
            .findFirst()
            .orElse("");
    boolean mailed = mail.send(words, "invitation", invitee.email(), link, town);
    events.publishEvent(
        new IdentityChanged(
            tenant,
            "identity.invited",
            "person",
            invitee.person(),
            invitee.name(),
            Map.of("mailed", Boolean.toString(mailed))));
    return new SentInvitation(invitee.name(), mailed, mailed ? "" : link);
  }
}
