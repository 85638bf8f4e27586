package se.tillit.notification;

import java.util.Locale;

/// How a person wants e-mail about what she is told.
enum MailChoice {
  DAILY,
  EACH,
  NONE;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MailChoice of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
