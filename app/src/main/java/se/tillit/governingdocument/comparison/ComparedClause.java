package se.tillit.governingdocument.comparison;

/// A clause as it is compared: the heading it stands under, the words it goes on from, and its own.
public record ComparedClause(String heading, String leadIn, String text) {

  public ComparedClause(String heading, String text) {
    this(heading, "", text);
  }

  /// All its words: the same under «bör» demand something else than under «ska».
  public String whole() {
    return leadIn.isEmpty() ? text : leadIn + " " + text;
  }
}
