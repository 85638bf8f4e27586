/// The way in and out: password, second factor, passkey, one-time link, and the session that
/// follows.
@NullMarked
package se.tillit.identity.signin;

import org.jspecify.annotations.NullMarked;
