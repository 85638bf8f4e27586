package se.tillit.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permission that a handler demands, and whether it must reach the whole tenant. A handler
/// that declares neither this, `@SignedIn` nor `@Public` answers nobody.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

  String value();

  /// For what is the whole tenant's: its model, its policies, its trail as a file.
  boolean everywhere() default false;
}
