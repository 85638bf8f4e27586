package se.tillit.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Whether this installation sends e-mail, from which address, and where its links lead.
@Component
class MailSettings {

  private final String host;
  private final String from;
  private final String address;

  MailSettings(
      @Value("${spring.mail.host:}") String host,
      @Value("${tillit.mail.from:}") String from,
      @Value("${tillit.address}") String address) {
    this.host = host;
    this.from = from;
    this.address = address;
  }

  boolean isOn() {
    return !host.isBlank() && !from.isBlank();
  }

  String from() {
    return from;
  }

  String address() {
    return address;
  }
}
