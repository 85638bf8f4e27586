import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.Definition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;
import se.tillit.localpostgres.LocalPostgres;

/// Makes the jOOQ classes from the migrations: a PostgreSQL for the moment, migrated, read back. A renamed column
/// thereby fails the compile. Runs from Maven, with the module's folder as its argument, and only when
/// a migration or this program has changed since the last time.
class GenerateClasses {

  private static final String PACKAGE = "se.tillit.schema";

  private final Path module;
  private final Path migrations;
  private final Path classes;

  GenerateClasses(Path module) {
    this.module = module;
    migrations = module.resolve("src/main/resources/db/migration");
    classes = module.resolve("target/generated-sources/jooq");
  }

  public static void main(String[] arguments) throws Exception {
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    new GenerateClasses(Path.of(arguments[0]).toAbsolutePath()).runIfChanged();
  }

  private void runIfChanged() throws Exception {
    Files.createDirectories(classes);
    Path stamp = classes.resolve(".sha");
    String current = fingerprint();
    if (Files.exists(stamp) && Files.readString(stamp).equals(current)) {
      return;
    }
    Files.deleteIfExists(stamp);
    remove(classes);
    remove(module.resolve("target/classes/db/migration")); // Maven copies anew, but never forgets
    Files.createDirectories(classes);
    if (Files.isDirectory(migrations)) {
      migrateAndGenerate();
    }
    Files.writeString(stamp, current);
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void migrateAndGenerate() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.throwaway()) {
      Flyway.configure()
          .dataSource(postgres.jdbcUrl(), postgres.user(), postgres.password())
          .locations("filesystem:" + migrations)
          .validateMigrationNaming(true)
          .load()
          .migrate();
      generate(postgres);
    }
  }

  private void generate(LocalPostgres postgres) throws Exception {
    List<SchemaMappingType> schemas =
        names(postgres, SCHEMAS).stream()
            .map(name -> new SchemaMappingType().withInputSchema(name))
            .toList();
    if (schemas.isEmpty()) {
      return;
    }
    GenerationTool.generate(
        new Configuration()
            .withJdbc(
                new Jdbc()
                    .withUrl(postgres.jdbcUrl())
                    .withUser(postgres.user())
                    .withPassword(postgres.password()))
            .withGenerator(
                new Generator()
                    .withStrategy(new Strategy().withName(Naming.class.getName()))
                    .withDatabase(
                        new Database()
                            .withName("org.jooq.meta.postgres.PostgresDatabase")
                            .withSchemata(schemas)
                            .withExcludes(String.join("|", names(postgres, SEARCH_COLUMNS)))
                            .withIncludeExcludeColumns(true)
                            .withForcedTypes(
                                new ForcedType()
                                    .withName("INSTANT")
                                    .withIncludeTypes("timestamp(\\(\\d\\))?\\ with\\ time\\ zone")
                                    .withIgnoreUnused(true)))
                    .withGenerate(
                        new Generate()
                            .withRecords(true)
                            .withPojos(false)
                            .withDaos(false)
                            .withJavaTimeTypes(true)
                            .withJavadoc(false)
                            .withComments(false)
                            .withIndexes(false)
                            .withImplicitJoinPathsToMany(false))
                    .withTarget(
                        new Target().withPackageName(PACKAGE).withDirectory(classes.toString()))));
  }

  /// Schema `asset` holds a table `asset`. The table keeps the plain names `Asset` and `ASSET`, which jOOQ would
  /// otherwise give to the schema.
  public static final class Naming extends DefaultGeneratorStrategy {

    @Override
    public String getJavaClassName(Definition definition, Mode mode) {
      String name = super.getJavaClassName(definition, mode);
      return definition instanceof SchemaDefinition ? name + "Schema" : name;
    }

    @Override
    public String getJavaIdentifier(Definition definition) {
      String name = super.getJavaIdentifier(definition);
      return definition instanceof SchemaDefinition ? name + "_SCHEMA" : name;
    }

    @Override
    public String getJavaPackageName(Definition definition, Mode mode) {
      return super.getJavaPackageName(definition, mode).replaceFirst("_schema(?=\\.|$)", "");
    }
  }

  private static final String SCHEMAS =
      """
      select nspname from pg_namespace
      where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
      order by nspname
      """;

  /// Only the database itself reads and writes its search columns, as patterns for jOOQ to leave out.
  private static final String SEARCH_COLUMNS =
      """
      select format('%s\\.%s\\.%s', table_schema, table_name, column_name)
      from information_schema.columns
      where udt_name = 'tsvector' and table_schema not in ('pg_catalog', 'information_schema')
      order by 1
      """;

  private static List<String> names(LocalPostgres postgres, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  private String fingerprint() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : sources()) {
      digest.update(module.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private List<Path> sources() throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(module.resolve("src/codegen/java/GenerateClasses.java"));
    files.add(module.resolve("pom.xml"));
    if (Files.isDirectory(migrations)) {
      try (Stream<Path> found = Files.walk(migrations)) {
        found.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
