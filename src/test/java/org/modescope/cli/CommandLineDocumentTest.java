package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.cli.Shell.Outcome;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// What is written about the command line is true: every example runs, and every option is there.
class CommandLineDocumentTest {
  private static final Path DOCUMENT = Path.of("docs/command-line.md");
  private static final Set<String> EVERYWHERE = Set.of("--help", "--version");
  private static final Set<String> OUTPUTS =
      Set.of("--json", "--csv", "--dump", "--out", "--svg", "--dot");
  private static final Pattern EXPERIMENT =
      Pattern.compile("`([a-z]+\\.modescope\\.json)`:\n\n```json\n(.*?)```", Pattern.DOTALL);

  private static final Pattern SOURCE =
      Pattern.compile("`([a-z]+\\.py)`:\n\n```python\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  static Stream<String> examples() throws IOException {
    Stream<String> documented =
        Files.readAllLines(DOCUMENT).stream()
            .filter(line -> line.startsWith("$ modescope"))
            .map(line -> line.substring("$ ".length()));
    return Stream.concat(documented, helpExamples().stream());
  }

  private static List<String> helpExamples() {
    return Stream.concat(Stream.of(commands()), commands().getSubcommands().values().stream())
        .flatMap(command -> Arrays.stream(command.getCommandSpec().usageMessage().footer()))
        .map(String::strip)
        .filter(line -> line.startsWith("modescope "))
        .toList();
  }

  @BeforeEach
  void writeDocumentedExperiments() throws IOException {
    for (Pattern written : List.of(EXPERIMENT, SOURCE)) {
      Matcher matcher = written.matcher(Files.readString(DOCUMENT));
      while (matcher.find()) {
        Files.writeString(folder.resolve(matcher.group(1)), matcher.group(2));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleRuns(String example) {
    Shell shell = new Shell();

    Outcome outcome = shell.run(arguments(example));

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out().isBlank() && shell.opened().isEmpty()).isFalse();
  }

  /// The words of an example after `modescope`, its files in the folder of this test.
  private String[] arguments(String example) {
    String[] words = example.split(" ");
    for (int i = 1; i < words.length; i++) {
      boolean isOutput = OUTPUTS.contains(words[i - 1]) && !words[i].equals("-");
      if (isOutput || words[i].endsWith(".modescope.json") || words[i].endsWith(".py")) {
        words[i] = folder.resolve(words[i]).toString();
      }
    }
    return Arrays.copyOfRange(words, 1, words.length);
  }

  @Test
  void everyOptionIsDocumentedWithItsCommand() throws IOException {
    String document = Files.readString(DOCUMENT);

    commands()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getCommandSpec().options())
                    .extracting(OptionSpec::longestName)
                    .allMatch(
                        option ->
                            EVERYWHERE.contains(option)
                                || section(document, name).contains(option)));
  }

  private static String section(String document, String command) {
    String heading = "\n## modescope " + command + "\n";
    assertThat(document).contains(heading);
    String from = document.substring(document.indexOf(heading) + heading.length());
    int end = from.indexOf("\n## ");
    return end < 0 ? from : from.substring(0, end);
  }

  private static CommandLine commands() {
    ResultStream nowhere =
        new ResultStream(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
    return ModeScopeCommand.commandLine(
        new Terminal(nowhere, nowhere, 80, () -> false, Interruption.NONE), OutsideInTests.none());
  }
}
