/// Findings: raised from every source, traced to their cause, decided upon, and closed when what
/// was decided is done (ISO/IEC 27001 clause 10.2).
@NullMarked
package se.tillit.improvement.finding;

import org.jspecify.annotations.NullMarked;
