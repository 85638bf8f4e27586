/// Actions: opened, edited, moved along, answered for, drawn along time.
@NullMarked
package se.tillit.improvement.action;

import org.jspecify.annotations.NullMarked;
