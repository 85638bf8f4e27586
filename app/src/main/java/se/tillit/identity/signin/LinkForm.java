package se.tillit.identity.signin;

import org.jspecify.annotations.Nullable;

/// What somebody writes who opens a one-time link.
public record LinkForm(String login, String name, String email, String password) {

  static final LinkForm EMPTY = new LinkForm("", "", "", "");

  @SuppressWarnings("NullAway") // the binder leaves out what the form leaves out
  public LinkForm {
    login = orEmpty(login);
    name = orEmpty(name);
    email = orEmpty(email);
    password = orEmpty(password);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
