package se.tillit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was asked for on the command line; anything not understood is refused before anything is
/// started.
///
/// @param options by name without dashes; a flag has an empty value
/// @param settings `--a.b=c`, handed on to the configuration as they are
record CommandLine(
    Command command, Map<String, String> options, List<String> files, List<String> settings) {

  static final String HELP =
      """
      serve [--demo] [--port N] [--data DIR]
      token --tenant T --role R [--name NAME] [--days N] [--data DIR]
      trail export --tenant T [--out FILE] [--data DIR]
      trail verify FILE...
      help
      """;

  private static final Set<String> FLAGS = Set.of("demo");

  enum Command {
    SERVE(Set.of("demo", "port", "data")),
    TOKEN(Set.of("tenant", "role", "name", "days", "data")),
    EXPORT(Set.of("tenant", "out", "data")),
    VERIFY(Set.of()),
    REHEARSE(Set.of("demo", "port", "data")),
    HELP(Set.of());

    private final Set<String> options;

    Command(Set<String> options) {
      this.options = Set.copyOf(options);
    }
  }

  /// A command line that can't be understood; the message says what to write instead.
  static final class Misused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misused(String message) {
      super(message);
    }
  }

  static CommandLine parse(List<String> arguments) {
    var words = new ArrayList<>(arguments);
    var command = takeCommand(words);
    Map<String, String> options = new HashMap<>();
    List<String> files = new ArrayList<>();
    List<String> settings = new ArrayList<>();
    while (!words.isEmpty()) {
      String word = words.removeFirst();
      if (!word.startsWith("--")) {
        files.add(word);
      } else if (word.matches("--[a-z]+(\\.[a-z-]+)+=.*")) {
        settings.add(word);
      } else {
        takeOption(command, word.substring(2), words, options);
      }
    }
    if (command != Command.VERIFY && !files.isEmpty()) {
      throw new Misused("\"" + files.getFirst() + "\" is not understood; see: tillit help");
    }
    if (command == Command.VERIFY && files.isEmpty()) {
      throw new Misused("trail verify needs the file to verify");
    }
    return new CommandLine(command, options, files, settings);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  boolean has(String flag) {
    return options.containsKey(flag);
  }

  String needed(String name) {
    return option(name).orElseThrow(() -> new Misused("--" + name + " is missing"));
  }

  int number(String name, int otherwise, int most) {
    return option(name).map(value -> number(name, value, most)).orElse(otherwise);
  }

  private static int number(String name, String value, int most) {
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > most || value.equals("0")) {
      throw new Misused("--" + name + " must be a number from 1 to " + most + ", not " + value);
    }
    return Integer.parseInt(value);
  }

  private static Command takeCommand(List<String> words) {
    if (words.isEmpty() || words.getFirst().startsWith("--")) {
      return Command.SERVE;
    }
    String first = words.removeFirst();
    return switch (first) {
      case "serve" -> Command.SERVE;
      case "token" -> Command.TOKEN;
      case "rehearse" -> Command.REHEARSE;
      case "help" -> Command.HELP;
      case "trail" -> takeTrailCommand(words);
      default -> throw new Misused("there is no command \"" + first + "\"; see: tillit help");
    };
  }

  private static Command takeTrailCommand(List<String> words) {
    return switch (words.isEmpty() ? "" : words.removeFirst()) {
      case "export" -> Command.EXPORT;
      case "verify" -> Command.VERIFY;
      default -> throw new Misused("write: trail export --tenant T, or: trail verify FILE");
    };
  }

  private static void takeOption(
      Command command, String word, List<String> words, Map<String, String> options) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    if (!command.options.contains(name)) {
      throw new Misused("--" + name + " is not understood here; see: tillit help");
    }
    if (FLAGS.contains(name)) {
      options.put(name, "");
    } else if (equals >= 0) {
      options.put(name, word.substring(equals + 1));
    } else if (words.isEmpty()) {
      throw new Misused("--" + name + " needs a value");
    } else {
      options.put(name, words.removeFirst());
    }
  }
}
