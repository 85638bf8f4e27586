/// Sessions in PostgreSQL, so that any node knows them and the end of one is the end everywhere at
/// the next request: read once a request, written at sign-in and at most once a minute after.
@NullMarked
package se.tillit.identity.session;

import org.jspecify.annotations.NullMarked;
