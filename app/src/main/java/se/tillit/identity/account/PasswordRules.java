package se.tillit.identity.account;

import java.util.Locale;
import java.util.Set;
import se.tillit.kernel.Refused;

/// What a password must be: long, not the user name, and not one that everybody tries first. No
/// rules about signs and digits, which only make passwords shorter (NIST SP 800-63B §5.1.1.2).
final class PasswordRules {

  static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  private static final Set<String> TRIED_FIRST =
      Set.of(
          "password1234",
          "123456789012",
          "1234567890123",
          "qwertyuiop12",
          "qwertyuiopas",
          "lösenord1234",
          "losenord1234",
          "sommar202024",
          "passwordpassword",
          "lösenordlösenord",
          "losenordlosenord",
          "administrator",
          "administratör",
          "välkommen123",
          "valkommen123",
          "kommunen1234",
          "iloveyou1234",
          "abcdefghijkl",
          "abcd12345678",
          "qwerty123456",
          "letmein12345",
          "welcome12345",
          "changeme1234",
          "tillit123456",
          "tillittillit");

  private PasswordRules() {}

  static void check(String password, String login, String field) {
    String plain = password.strip().toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      throw new Refused("identity.password.short", SHORTEST).at(field);
    }
    if (password.length() > LONGEST) {
      throw new Refused("identity.password.long", LONGEST).at(field);
    }
    if (plain.contains(login.toLowerCase(Locale.ROOT)) || plain.equals(reversed(login))) {
      throw new Refused("identity.password.like-login").at(field);
    }
    if (TRIED_FIRST.contains(plain) || plain.chars().distinct().count() < 5) {
      throw new Refused("identity.password.common").at(field);
    }
  }

  private static String reversed(String login) {
    return new StringBuilder(login.toLowerCase(Locale.ROOT)).reverse().toString();
  }
}
