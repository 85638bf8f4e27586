package se.tillit.identity.signin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.tillit.identity.account.LinkMail;
import se.tillit.identity.demo.DemoPersonas;
import se.tillit.identity.demo.Persona;

/// What the sign-in page shows: who one may be in a demo installation, and which ways in there are.
@Component
class SignInPages {

  private final DemoPersonas personas;
  private final List<SignInSource> sources;
  private final LinkMail mail;

  SignInPages(DemoPersonas personas, List<SignInSource> sources, LinkMail mail) {
    this.personas = personas;
    this.sources = sources;
    this.mail = mail;
  }

  Map<String, Object> signIn(String login, boolean failed, boolean signedOut) {
    return Map.of(
        "towns", towns(),
        "sources", sources,
        "login", login,
        "failed", failed,
        "signedOut", signedOut,
        "mail", mail.isSetUp());
  }

  private List<DemoTown> towns() {
    var towns = new LinkedHashMap<String, DemoTown>();
    for (Persona one : personas.all()) {
      towns
          .computeIfAbsent(
              one.tenantKey(), key -> new DemoTown(key, one.tenantName(), new ArrayList<>()))
          .people()
          .add(one);
    }
    return List.copyOf(towns.values());
  }
}
