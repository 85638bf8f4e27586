/// Drafts (K-2b, K-4.1.7b, M-4c): what each authority asks for at each step, filled from the case,
/// and letters to those affected (GDPR art. 34; CSL 2 kap. 9–10 §§). Never overwritten unseen,
/// frozen when sent, supplemented by new versions.
@NullMarked
package se.tillit.incident.draft;

import org.jspecify.annotations.NullMarked;
