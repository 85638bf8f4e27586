package se.tillit.governingdocument.head;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.Revision;
import se.tillit.governingdocument.document.DocumentRow;
import se.tillit.governingdocument.document.NewDocument;
import se.tillit.kernel.Refused;

/// A document's head as typed.
public record HeadForm(
    @Nullable String title,
    @Nullable String number,
    @Nullable String ownerRole,
    @Nullable String owner,
    @Nullable String parent,
    @Nullable String body,
    @Nullable String revisionRule,
    @Nullable String revisionYears,
    @Nullable String revisionDay,
    int version) {

  /// The head as it stands; `owner` as a field shows her.
  static HeadForm of(DocumentRow row, String owner) {
    NewDocument head = row.head();
    Integer years = head.revision().years();
    LocalDate day = row.newest().revision();
    return new HeadForm(
        head.title(),
        head.number(),
        head.ownerRole(),
        owner,
        plain(head.parent()),
        plain(head.body()),
        head.revision().rule(),
        years == null ? "" : years.toString(),
        day == null ? "" : day.toString(),
        row.version());
  }

  private static String plain(@Nullable UUID id) {
    return id == null ? "" : id.toString();
  }

  public static String plain(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  NewDocument head(DocumentLevel level, Revision before, @Nullable UUID ownerPerson) {
    String role = plain(ownerRole);
    return new NewDocument(
        plain(title),
        plain(number),
        level,
        role.isEmpty() ? "coordinator" : role,
        ownerPerson,
        id(parent, "parent"),
        id(body, "body"),
        revision(before));
  }

  private Revision revision(Revision before) {
    String rule = plain(revisionRule);
    String years = plain(revisionYears);
    if (!rule.equals(Revision.EVERY_YEARS)) {
      boolean eachTerm = rule.equals(Revision.EACH_TERM);
      boolean same = before.rule().equals(rule);
      return new Revision(rule, null, same ? before.months() : eachTerm ? 6 : 0);
    }
    if (!years.matches("\\d{1,2}")) {
      throw new Refused("governingdocument.revision.years").at("revisionYears");
    }
    return Revision.every(Integer.parseInt(years));
  }

  @Nullable LocalDate day() {
    String typed = plain(revisionDay);
    try {
      return typed.isEmpty() ? null : LocalDate.parse(typed);
    } catch (DateTimeException malformed) {
      throw new Refused("governingdocument.day.malformed", typed).at("revisionDay");
    }
  }

  static @Nullable UUID id(@Nullable String typed, String field) {
    try {
      return plain(typed).isEmpty() ? null : UUID.fromString(plain(typed));
    } catch (IllegalArgumentException malformed) {
      throw new Refused("governingdocument.choice.unknown").at(field);
    }
  }
}
