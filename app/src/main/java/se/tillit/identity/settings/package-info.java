/// What people decide about their own account: how pages look, how they sign in, and where they are
/// signed in.
@NullMarked
package se.tillit.identity.settings;

import org.jspecify.annotations.NullMarked;
