package se.tillit.governingdocument.text;

import org.jspecify.annotations.Nullable;

/// One sentence or list item, the smallest piece of a governing document that can be a clause of
/// its own.
///
/// @param paragraph which paragraph or item of the document it stands in, counted from 0
/// @param leadIn the sentence that a list item goes on from, such as `Chefer ska:`
public record Passage(
    Form form, int level, String marker, String text, int paragraph, @Nullable Passage leadIn) {

  /// Where the words stood.
  public enum Form {
    SENTENCE,
    /// A sentence that a list goes on from.
    LEAD_IN,
    ITEM,
    /// A further sentence within a list item.
    ITEM_SENTENCE,
    /// A line of a table of contents.
    CONTENTS
  }

  Passage asLeadIn() {
    return new Passage(Form.LEAD_IN, level, marker, text, paragraph, leadIn);
  }

  public boolean is(Form other) {
    return form == other;
  }
}
