package se.tillit.governingdocument;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static se.tillit.schema.governingdocument.Tables.DOCUMENT;
import static se.tillit.schema.governingdocument.Tables.DOCUMENT_IN_FORCE;

import java.util.List;
import org.springframework.stereotype.Component;
import se.tillit.organisation.SetupSource;
import se.tillit.organisation.SetupStep;

/// A municipality is set up when its policy is in force.
@Component
class PolicySetup implements SetupSource {

  private static final int LAST = 9;

  @Override
  public List<SetupStep> steps() {
    String policy = DocumentLevel.POLICY.key();
    return List.of(
        new SetupStep(
            "governingdocument.setup.policy",
            LAST,
            GoverningDocumentPermissions.WRITE,
            new SetupStep.Ways("/documents", null),
            field(selectCount().from(DOCUMENT).where(DOCUMENT.LEVEL.eq(policy))),
            field(
                selectCount()
                    .from(DOCUMENT)
                    .where(DOCUMENT.LEVEL.eq(policy))
                    .and(
                        notExists(
                            selectOne()
                                .from(DOCUMENT_IN_FORCE)
                                .where(DOCUMENT_IN_FORCE.TENANT_ID.eq(DOCUMENT.TENANT_ID))
                                .and(DOCUMENT_IN_FORCE.LEVEL.eq(policy)))))));
  }
}
