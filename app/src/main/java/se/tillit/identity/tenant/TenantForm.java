package se.tillit.identity.tenant;

import org.jspecify.annotations.Nullable;

/// A new municipality and its first administrator, as typed.
public record TenantForm(
    @Nullable String key,
    @Nullable String municipality,
    @Nullable String name,
    @Nullable String email) {

  static final TenantForm EMPTY = new TenantForm("", "", "", "");

  /// What was typed in a field, never nothing.
  public static String typed(@Nullable String text) {
    return text == null ? "" : text;
  }
}
