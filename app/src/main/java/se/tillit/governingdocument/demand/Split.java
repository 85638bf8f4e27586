package se.tillit.governingdocument.demand;

/// A place where a clause that holds two demands can be cut, and the words that the second part
/// goes on from.
///
/// @param offset the first character of the second part
/// @param carried such as `Kommunen och dess bolag ska`
public record Split(int offset, String carried) {}
