package se.tillit.deadline;

import org.jspecify.annotations.Nullable;

/// Where a press in "Att göra" leads back to: an address of our own, or else the record's page.
public final class ReturnTo {

  private ReturnTo() {}

  /// A redirect to the wanted address when it is one of ours, otherwise to the page given.
  public static String redirect(@Nullable String wanted, String otherwise) {
    boolean ours =
        wanted != null && wanted.matches("/[A-Za-z0-9][A-Za-z0-9/_.-]*([?][A-Za-z0-9=&_.%-]*)?");
    return "redirect:" + (ours ? wanted : otherwise);
  }
}
