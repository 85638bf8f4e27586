package se.tillit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Imports point to earlier modules and to contracts alone; tables stay at home.
class ModularityTest {

  private static final String SCHEMA = "se.tillit.schema.";

  @Test
  void keepsToTheAllowedDependencies() {
    ApplicationModules.of(
            Tillit.class,
            resideInAnyPackage(
                "se.tillit.schema..", "se.tillit.pages..", "se.tillit.localpostgres.."))
        .verify();
  }

  /// A module reads another's published views, never its tables.
  @Test
  void readsNoForeignTable() throws ReflectiveOperationException {
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.tillit");
    var foreign = new ArrayList<String>();
    for (JavaClass one : classes) {
      String module = moduleOf(one.getPackageName());
      for (JavaFieldAccess access : one.getFieldAccessesFromSelf()) {
        String owner = access.getTargetOwner().getName();
        if (owner.startsWith(SCHEMA)
            && owner.endsWith(".Tables")
            && !module.equals("schema")
            && !owner.equals(SCHEMA + module + ".Tables")
            && !isView(owner, access.getName())) {
          foreign.add(one.getName() + " reads " + owner + "." + access.getName());
        }
      }
    }
    assertThat(foreign).isEmpty();
  }

  private static boolean isView(String owner, String field) throws ReflectiveOperationException {
    Object table = Class.forName(owner).getField(field).get(null);
    return table instanceof Table<?> known && known.getTableType() == TableType.VIEW;
  }

  private static String moduleOf(String packageName) {
    String[] words = packageName.split("\\.");
    return words.length > 2 ? words[2] : "";
  }
}
