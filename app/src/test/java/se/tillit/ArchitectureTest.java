package se.tillit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.tillit.identity.Public;
import se.tillit.identity.Requires;
import se.tillit.identity.RunsInstallation;
import se.tillit.identity.SignedIn;

/// The rules of the code that a compiler does not know.
@AnalyzeClasses(packages = "se.tillit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Set<String> TIME =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.ZonedDateTime",
          "java.time.OffsetDateTime",
          "java.time.LocalTime",
          "java.time.Year",
          "java.time.YearMonth");

  @ArchTest
  static final ArchRule readsTheClockThatIsInjected =
      noClasses()
          .that()
          .resideOutsideOfPackages("se.tillit.schema..", "se.tillit.localpostgres..")
          .and()
          // An id's clock is only an ordering hint.
          .doNotHaveFullyQualifiedName("se.tillit.kernel.Ids")
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe("time is read without a clock", ArchitectureTest::tells));

  @ArchTest
  static final ArchRule injectsThroughConstructors =
      noFields().should().beAnnotatedWith(Autowired.class);

  @ArchTest
  static final ArchRule declaresWhoMayAskEachHandler =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .should(declareItsPermissionOnce());

  @ArchTest
  static final ArchRule hidesControllers =
      classes()
          .that()
          .areAnnotatedWith(Controller.class)
          .or()
          .areAnnotatedWith(RestController.class)
          .or()
          .haveSimpleNameEndingWith("Store")
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule namesThingsByWhatTheyAre =
      noClasses()
          .that()
          .resideOutsideOfPackages("se.tillit.schema..", "se.tillit.pages..")
          .and()
          // Named as the framework's own, which it extends.
          .doNotHaveSimpleName("TenantTransactionManager")
          .and()
          // The law's own word (GDPR art. 4(1)).
          .doNotHaveSimpleName("PersonalData")
          .should()
          .haveNameMatching(".*[a-z](Impl|Manager|Helper|Helpers|Util|Utils|Dto|DTO|Data|Info)")
          .orShould()
          .haveNameMatching(".*\\.(Base|Abstract)[A-Z][^.]*");

  @ArchTest
  static final ArchRule keepsTheKernelPlain =
      noClasses()
          .that()
          .resideInAPackage("se.tillit.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "org.jooq..", "jakarta..");

  @ArchTest
  static final ArchRule usesOneWayToLogAndNoGeneratedCode =
      noClasses()
          .that(resideInAPackage("se.tillit.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("lombok..", "org.apache.commons.logging..");

  private static boolean tells(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getName();
    boolean now =
        TIME.contains(owner)
            && name.equals("now")
            && access.getTarget().getFullName().endsWith("now()");
    boolean system = owner.equals("java.lang.System") && name.equals("currentTimeMillis");
    return now || system || (owner.equals("java.util.Date") && name.equals("<init>"));
  }

  private static ArchCondition<JavaMethod> declareItsPermissionOnce() {
    return new ArchCondition<>(
        "declare who may ask: @Requires, @SignedIn, @Public or @RunsInstallation") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        long declared =
            List.of(Requires.class, SignedIn.class, Public.class, RunsInstallation.class).stream()
                .filter(method::isAnnotatedWith)
                .count();
        if (declared != 1) {
          String said = method.getFullName() + " declares " + declared + " times who may ask it";
          events.add(SimpleConditionEvent.violated(method, said));
        }
      }
    };
  }
}
