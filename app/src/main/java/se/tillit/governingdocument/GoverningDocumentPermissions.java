package se.tillit.governingdocument;

import static se.tillit.identity.Role.ADMINISTRATOR;
import static se.tillit.identity.Role.COORDINATOR;
import static se.tillit.identity.Role.REGISTRAR;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;

/// Governing documents are for everybody to read; the coordinator keeps them, the registrar enters
/// decisions.
@Component
public class GoverningDocumentPermissions implements PermissionCatalogue {

  public static final String READ = "governingdocument.read";
  public static final String WRITE = "governingdocument.write";
  public static final String ADOPT = "governingdocument.adopt";

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(
        READ, EnumSet.complementOf(EnumSet.of(ADMINISTRATOR)),
        WRITE, EnumSet.of(COORDINATOR),
        ADOPT, EnumSet.of(COORDINATOR, REGISTRAR));
  }
}
