/// Photos and files of a case: hashed, freed of where they were taken, looked through for
/// security-protection markings, kept in the database behind the tenant's wall.
@NullMarked
package se.tillit.incident.attachment;

import org.jspecify.annotations.NullMarked;
