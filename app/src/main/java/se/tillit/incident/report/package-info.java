/// The one-minute report: anybody, on a phone, without knowing what kind of thing it is; the
/// receipt, and what has become of one's own reports.
@NullMarked
package se.tillit.incident.report;

import org.jspecify.annotations.NullMarked;
