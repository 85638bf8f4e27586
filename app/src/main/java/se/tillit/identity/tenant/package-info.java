/// Who keeps the installation and its tenants: opening a tenant, inviting people, closing and
/// opening their way in.
@NullMarked
package se.tillit.identity.tenant;

import org.jspecify.annotations.NullMarked;
