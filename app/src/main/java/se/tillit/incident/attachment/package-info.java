/// Photos and files of a case, kept in the database behind the tenant's wall.
@NullMarked
package se.tillit.incident.attachment;

import org.jspecify.annotations.NullMarked;
