package se.tillit.identity.signin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tillit.identity.account.Accounts;
import se.tillit.identity.account.Links;

/// An installation that nobody can enter yet tells its console a link for the first administrator:
/// there is no default password anywhere.
@Component
class FoundingLink {

  private final Accounts accounts;
  private final Links links;
  private final boolean demo;

  FoundingLink(Accounts accounts, Links links, @Value("${tillit.demo}") boolean demo) {
    this.accounts = accounts;
    this.links = links;
    this.demo = demo;
  }

  @Transactional
  @EventListener(ApplicationReadyEvent.class)
  public void tell() {
    if (demo || !accounts.isEmpty()) {
      return;
    }
    links.withdrawFounding();
    String link = links.issue(new Links.Founding());
    System.out.println("Nobody has an account yet. Open " + link + " within 24 h.");
  }
}
