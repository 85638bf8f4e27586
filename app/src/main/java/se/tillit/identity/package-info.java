/// Who may come in and what they may do: accounts, sign-in, tenants, sessions, API tokens, and
/// roles × scope compiled to one SQL predicate (design §5). Everything is denied unless declared.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web"})
package se.tillit.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
