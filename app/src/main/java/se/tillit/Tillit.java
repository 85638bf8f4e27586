package se.tillit;

import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import se.tillit.audittrail.TrailFile;

/// The application and its one command: `serve`, `token`, `trail export`, `trail verify`, `help`.
@Modulithic(systemName = "Tillit")
@SpringBootApplication
public class Tillit {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  public static void main(String[] arguments) {
    int code = answer(List.of(arguments));
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int answer(List<String> arguments) {
    try {
      var line = CommandLine.parse(arguments);
      switch (line.command()) {
        case SERVE -> Server.serve(line);
        case TOKEN -> Console.issueToken(line);
        case EXPORT -> Console.exportTrail(line);
        case VERIFY -> {
          return TrailFile.verify(line.files(), System.out) ? 0 : FAILED;
        }
        case REHEARSE -> Rehearsal.play(line);
        case HELP -> System.out.print(CommandLine.HELP);
      }
      return 0;
    } catch (CommandLine.Misused e) {
      System.err.println("tillit: " + e.getMessage());
      return MISUSED;
    } catch (Exception e) {
      if (!StartFailure.tell(e)) {
        e.printStackTrace();
      }
      return FAILED;
    }
  }
}
