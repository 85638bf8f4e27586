/// What an account is made of: password, second factor, passkeys, one-time links, and the lock
/// after failures.
@NullMarked
package se.tillit.identity.account;

import org.jspecify.annotations.NullMarked;
