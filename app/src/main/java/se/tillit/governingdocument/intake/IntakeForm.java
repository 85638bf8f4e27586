package se.tillit.governingdocument.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import se.tillit.governingdocument.DocumentLevel;
import se.tillit.governingdocument.Revision;
import se.tillit.governingdocument.document.NewDocument;
import se.tillit.governingdocument.document.SourceText;
import se.tillit.kernel.Refused;

/// A text as handed in: a file when there is one, else what was pasted.
public record IntakeForm(
    @Nullable String title,
    @Nullable String level,
    @Nullable String parent,
    @Nullable String revisionRule,
    @Nullable String revisionYears,
    @Nullable String text,
    @Nullable MultipartFile file) {

  static IntakeForm empty() {
    return new IntakeForm("", "policy", "", Revision.EACH_TERM, "", "", null);
  }

  public String titleText() {
    return title == null ? "" : title;
  }

  public String levelText() {
    return level == null ? "" : level;
  }

  public String parentText() {
    return parent == null ? "" : parent;
  }

  public String ruleText() {
    return revisionRule == null ? Revision.EACH_TERM : revisionRule;
  }

  public String yearsText() {
    return revisionYears == null ? "" : revisionYears;
  }

  public String pasted() {
    return text == null ? "" : text;
  }

  NewDocument document() {
    if (levelText().isBlank()) {
      throw new Refused("governingdocument.level.missing").at("level");
    }
    return NewDocument.of(titleText().strip(), DocumentLevel.of(levelText()))
        .under(parentText().isBlank() ? null : UUID.fromString(parentText()))
        .revised(revision());
  }

  private Revision revision() {
    String years = yearsText().strip();
    if (!ruleText().equals(Revision.EVERY_YEARS)) {
      return ruleText().equals(Revision.EACH_TERM)
          ? Revision.eachTerm()
          : new Revision(ruleText(), null, 0);
    }
    if (!years.matches("\\d{1,2}")) {
      throw new Refused("governingdocument.revision.years").at("revisionYears");
    }
    return Revision.every(Integer.parseInt(years));
  }

  SourceText source() {
    MultipartFile handed = file;
    if (handed == null || handed.isEmpty()) {
      if (pasted().isBlank()) {
        throw new Refused("governingdocument.text.empty").at("text");
      }
      return SourceText.pasted(pasted());
    }
    try {
      String name = handed.getOriginalFilename();
      return SourceText.uploaded(name == null ? "" : name, handed.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
