/// Web: layout, components and words that every page is made of.
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package se.tillit.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
