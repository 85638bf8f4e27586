package se.tillit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/// Nothing grows past what a reader holds in mind; past a limit, a concept lacks a name.
class SizeTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path PAGES = Path.of("src/main/jte");
  private static final int FILE = 400;
  private static final int METHOD = 40;
  private static final int PARAMETERS = 7;
  private static final int PAGE = 120;

  @Test
  void keepsFilesAndPagesShort() throws IOException {
    assertThat(longerThan(FILE, files(SOURCES, ".java"))).isEmpty();
    assertThat(longerThan(PAGE, files(PAGES, ".jte"))).isEmpty();
  }

  @Test
  void keepsMethodsShortAndTheirParametersFew() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var tooMuch = new ArrayList<String>();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files(SOURCES, ".java"));
      var task =
          (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
      var positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Methods(unit, positions, tooMuch), null);
      }
    }
    assertThat(tooMuch).isEmpty();
  }

  @Test
  void saysOfEveryPackageWhatItIsForAndThatNothingIsNull() throws IOException {
    var silent = new ArrayList<Path>();
    for (Path folder : files(SOURCES, ".java").stream().map(Path::getParent).distinct().toList()) {
      Path info = folder.resolve("package-info.java");
      if (!Files.exists(info)
          || !Files.readString(info).contains("@NullMarked")
          || !Files.readString(info).contains("///")) {
        silent.add(folder);
      }
    }
    assertThat(silent).isEmpty();
  }

  private static List<Path> files(Path root, String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static List<String> longerThan(int limit, List<Path> files) throws IOException {
    var tooLong = new ArrayList<String>();
    for (Path file : files) {
      int lines = Files.readAllLines(file).size();
      if (lines > limit) {
        tooLong.add(file + ": " + lines + " lines");
      }
    }
    return tooLong;
  }

  private static final class Methods extends TreeScanner<Void, Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> tooMuch;

    Methods(CompilationUnitTree unit, SourcePositions positions, List<String> tooMuch) {
      this.unit = unit;
      this.positions = positions;
      this.tooMuch = tooMuch;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      var lines = unit.getLineMap();
      long first = lines.getLineNumber(positions.getStartPosition(unit, method));
      long last = lines.getLineNumber(positions.getEndPosition(unit, method));
      String name = unit.getSourceFile().getName() + " " + method.getName();
      if (last - first + 1 > METHOD) {
        tooMuch.add(name + ": " + (last - first + 1) + " lines");
      }
      boolean canonical = method.getName().contentEquals("<init>") && isRecord(method);
      if (method.getParameters().size() > PARAMETERS && !canonical) {
        tooMuch.add(name + ": " + method.getParameters().size() + " parameters");
      }
      return super.visitMethod(method, nothing);
    }

    /// A record's own constructor has as many parameters as the thing has parts.
    private static boolean isRecord(MethodTree method) {
      return method.getBody() != null
          && method.getParameters().stream().allMatch(it -> it.getModifiers().getFlags().isEmpty())
          && method.getReturnType() == null
          && method.getModifiers().toString().contains("public");
    }
  }
}
