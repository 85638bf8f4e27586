package se.tillit.identity.signin;

/// The seam for single sign-on: a way of signing in that somebody else vouches for (OIDC, SAML
/// 2.0). One bean each. The sign-in page shows it as a button that leads to `path()`; the source's
/// own handlers, below that path and declared `@Public`, exchange words with the identity provider,
/// find the account and end in `Entrance.admit`. Second factors are then the provider's matter. See
/// docs/practice/sign-in.md.
public interface SignInSource {

  /// The message key of the button: `identity.source.entra`.
  String labelKey();

  /// Where the button leads, below `/sign-in/`.
  String path();
}
