/// Printed documents: a report or an official letter built by code, written as accessible PDF and
/// as Word.
///
/// A [Document][se.tillit.exchange.document.Document] holds every word it prints, already in the
/// reader's language; the renderers add none of their own.
@NullMarked
@NamedInterface("document")
package se.tillit.exchange.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
