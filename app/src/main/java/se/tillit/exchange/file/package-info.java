/// Files that people send in: freed of where they were taken, looked through for
/// security-protection markings, hashed, and given back as something to save. Each module keeps its
/// own.
@NullMarked
@NamedInterface("file")
package se.tillit.exchange.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
