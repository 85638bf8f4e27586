package se.tillit.identity.settings;

import java.util.UUID;
import org.springframework.stereotype.Component;
import se.tillit.identity.account.Accounts;
import se.tillit.identity.account.Failures;
import se.tillit.identity.account.SecondFactor;
import se.tillit.kernel.Refused;
import se.tillit.kernel.Unknown;

/// Proof that whoever sits at an open session is its owner, asked for before anything that would
/// let her in another day. Guesses are counted.
@Component
class Proof {

  private final Accounts accounts;
  private final SecondFactor factors;
  private final Failures failures;

  Proof(Accounts accounts, SecondFactor factors, Failures failures) {
    this.accounts = accounts;
    this.factors = factors;
    this.failures = failures;
  }

  void demandCode(UUID account, String code) {
    mayTry(account);
    if (!factors.accepts(account, code)) {
      throw new Refused("identity.factor.code-wrong").at("code");
    }
    failures.forget(key(account));
  }

  /// The account's code where it has a second factor, else its password; for one that has neither
  /// whoever signs it in vouches.
  void demandOwner(UUID account, String word) {
    if (factors.isOn(account)) {
      demandCode(account, word);
      return;
    }
    var known = accounts.byId(account).orElseThrow(() -> new Unknown("account", account));
    if (!known.withPassword()) {
      return;
    }
    mayTry(account);
    if (accounts.withPassword(known.login(), word).isEmpty()) {
      throw new Refused("identity.password.old-wrong").at("old");
    }
    failures.forget(key(account));
  }

  void changePassword(UUID account, String old, String wanted) {
    mayTry(account);
    try {
      accounts.changePassword(account, old, wanted);
    } catch (Refused refused) {
      if (!"old".equals(refused.field())) {
        failures.forget(key(account));
      }
      throw refused;
    }
    failures.forget(key(account));
  }

  private void mayTry(UUID account) {
    if (!failures.mayTry(key(account))) {
      throw new Refused("identity.proof.too-many");
    }
  }

  private static String key(UUID account) {
    return "own " + account;
  }
}
