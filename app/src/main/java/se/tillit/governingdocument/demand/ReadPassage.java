package se.tillit.governingdocument.demand;

import se.tillit.governingdocument.text.Passage;

/// A sentence or list item and how it is understood.
public record ReadPassage(Passage passage, Reading reading) {}
