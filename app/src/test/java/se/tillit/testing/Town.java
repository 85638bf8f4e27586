package se.tillit.testing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.tillit.identity.AccountPrincipal;
import se.tillit.identity.Role;
import se.tillit.identity.Tenants;
import se.tillit.kernel.PersonId;

/// A small municipality in the database, with a person and an account for each role.
public final class Town {

  private final Towns towns;
  private final Tenants.Tenant tenant;
  private final Map<Role, UUID> people = new EnumMap<>(Role.class);
  private final Map<Role, UUID> accounts = new EnumMap<>(Role.class);

  private UUID municipality;
  private UUID company;
  private UUID council;
  private UUID executiveBoard;
  private UUID schoolBoard;
  private UUID companyBoard;
  private UUID office;
  private UUID schools;
  private UUID school;
  private UUID works;

  Town(Towns towns, Tenants.Tenant tenant) {
    this.towns = towns;
    this.tenant = tenant;
  }

  Town build() {
    municipality = towns.entity(tenant, "Stadens kommun", "municipality");
    company = towns.entity(tenant, "Stadens Bostäder AB", "company");
    council = towns.body(tenant, municipality, "Kommunfullmäktige", "council");
    executiveBoard = towns.body(tenant, municipality, "Kommunstyrelsen", "executive_board");
    schoolBoard = towns.body(tenant, municipality, "Skolnämnden", "board");
    companyBoard =
        towns.body(tenant, company, "Styrelsen för Stadens Bostäder AB", "company_board");
    office = towns.unit(tenant, executiveBoard, null, "Kommunkontoret");
    schools = towns.unit(tenant, schoolBoard, null, "Skolförvaltningen");
    school = towns.unit(tenant, schoolBoard, schools, "Ängskolan");
    works = towns.unit(tenant, companyBoard, null, "Bostadsbolaget");
    for (Role role : Role.values()) {
      people.put(role, towns.person(tenant, "Åsa", role.key()));
      accounts.put(role, towns.account(tenant, people.get(role), "Åsa " + role.key()));
    }
    towns.assign(tenant, people.get(Role.MANAGER), "manager", schools, null);
    towns.assign(tenant, people.get(Role.EMPLOYEE), "employee", school, null);
    towns.assign(tenant, people.get(Role.ELECTED), "elected", null, schoolBoard);
    for (Role role :
        List.of(
            Role.COORDINATOR,
            Role.HEAD_OF_SECURITY,
            Role.DATA_PROTECTION_OFFICER,
            Role.SYSTEM_OWNER,
            Role.SECURITY_PROTECTION_OFFICER,
            Role.REGISTRAR,
            Role.AUDITOR,
            Role.ADMINISTRATOR)) {
      towns.hold(tenant, people.get(role), role);
    }
    return this;
  }

  Town open() {
    Role role = Role.ADMINISTRATOR;
    people.put(role, towns.person(tenant, "Åsa", role.key()));
    accounts.put(role, towns.account(tenant, people.get(role), "Åsa " + role.key()));
    towns.hold(tenant, people.get(role), role);
    return this;
  }

  /// Signs a MockMvc request in as the town's person of that role.
  public RequestPostProcessor as(Role role) {
    return signedIn(accounts.get(role));
  }

  /// Signs a MockMvc request in with any account.
  public static RequestPostProcessor signedIn(UUID account) {
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new AccountPrincipal(account), null, List.of()));
  }

  /// Runs work in one transaction within the tenant, as nobody in particular.
  public <T> T within(Supplier<T> work) {
    return towns.within(tenant, null, work);
  }

  /// Runs work in one transaction within the tenant, as the person of that role.
  public <T> T within(Role role, Supplier<T> work) {
    return towns.within(tenant, new PersonId(people.get(role)), work);
  }

  /// Somebody who has no account yet.
  public UUID addPerson(String given, String family) {
    return within(() -> towns.person(tenant, given, family));
  }

  public UUID addUnit(UUID body, UUID parent, String name) {
    return within(() -> towns.unit(tenant, body, parent, name));
  }

  public String key() {
    return tenant.key();
  }

  public Tenants.Tenant tenant() {
    return tenant;
  }

  public UUID person(Role role) {
    return people.get(role);
  }

  public UUID account(Role role) {
    return accounts.get(role);
  }

  public UUID municipality() {
    return municipality;
  }

  public UUID company() {
    return company;
  }

  public UUID council() {
    return council;
  }

  public UUID executiveBoard() {
    return executiveBoard;
  }

  public UUID schoolBoard() {
    return schoolBoard;
  }

  public UUID companyBoard() {
    return companyBoard;
  }

  /// Kommunkontoret, under the executive board.
  public UUID office() {
    return office;
  }

  /// Skolförvaltningen, under the school board; the manager's unit.
  public UUID schools() {
    return schools;
  }

  /// Ängskolan, below Skolförvaltningen; the employee's unit.
  public UUID school() {
    return school;
  }

  /// Bostadsbolaget, under the company's board.
  public UUID works() {
    return works;
  }
}
