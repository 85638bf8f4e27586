/// Search over everything from any page: an inverted index of words, tolerant of a wrong letter and
/// of å ä ö written as a and o, kept fresh from the trail (ADR 008) and cut to what the viewer may
/// see. Later modules offer their records through {@link se.tillit.search.SearchSource}. Publishes
/// the SQL function `search.words`.
@NullMarked
@ApplicationModule(
    allowedDependencies = {"kernel", "database", "web", "identity", "audittrail", "job"})
package se.tillit.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
