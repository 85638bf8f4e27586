package se.tillit.organisation;

import static se.tillit.identity.Role.ADMINISTRATOR;
import static se.tillit.identity.Role.AUDITOR;
import static se.tillit.identity.Role.COORDINATOR;
import static se.tillit.identity.Role.DATA_PROTECTION_OFFICER;
import static se.tillit.identity.Role.HEAD_OF_SECURITY;
import static se.tillit.identity.Role.MANAGER;
import static se.tillit.identity.Role.REGISTRAR;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.tillit.identity.PermissionCatalogue;
import se.tillit.identity.Role;

/// Everyone may see how the organisation is built; few may see its people, and fewer change it.
@Component
class OrganisationPermissions implements PermissionCatalogue {

  @Override
  public Map<String, Set<Role>> permissions() {
    return Map.of(
        "organisation.read", EnumSet.allOf(Role.class),
        "organisation.write", EnumSet.of(COORDINATOR, ADMINISTRATOR),
        "organisation.meetings", EnumSet.of(COORDINATOR, ADMINISTRATOR, REGISTRAR),
        "organisation.people",
            EnumSet.of(
                COORDINATOR,
                ADMINISTRATOR,
                HEAD_OF_SECURITY,
                DATA_PROTECTION_OFFICER,
                MANAGER,
                AUDITOR),
        "organisation.people-write", EnumSet.of(COORDINATOR, ADMINISTRATOR),
        "organisation.duties",
            EnumSet.of(
                COORDINATOR,
                ADMINISTRATOR,
                HEAD_OF_SECURITY,
                DATA_PROTECTION_OFFICER,
                MANAGER,
                AUDITOR,
                REGISTRAR),
        "organisation.duties-write", EnumSet.of(COORDINATOR, ADMINISTRATOR));
  }
}
