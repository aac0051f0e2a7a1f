package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.LOCALE)
class ShellFilesTest {
  private static final Path FRESH = Path.of("target/shell");
  private static final Path BASH = Path.of("/bin/bash");

  /// Bash gives a completion function the line, and its words: colons and equals signs end a word,
  /// and are words of their own.
  private static final String ASK_FOR_COMPLETION =
      """
      source src/packaging/shell/modescope-completion.sh
      compopt() { :; }
      COMP_WORDS=($1) COMP_LINE="${2}"
      [[ "$1" != *" " ]] || COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_POINT=${#COMP_LINE}
      _modescope
      echo "${COMPREPLY[@]}"
      """;

  @Test
  void completionAndManualFollowTheCommands() throws IOException {
    Files.createDirectories(FRESH);
    for (Map.Entry<String, String> file : ShellFiles.all().entrySet()) {
      Files.writeString(FRESH.resolve(file.getKey()), file.getValue());
    }

    for (Map.Entry<String, String> file : ShellFiles.all().entrySet()) {
      assertThat(ShellFiles.FOLDER.resolve(file.getKey()))
          .as("new options? cp %s/* %s/", FRESH, ShellFiles.FOLDER)
          .hasContent(file.getValue());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "modescope ru|run",
        "modescope run --pas|--passes",
        "modescope run --mode |train eval",
        "modescope run --mode=t|train",
        "modescope run --mode train --pas|--passes",
        "modescope run preset:simplenet-|simplenet-listing",
        "modescope run preset:simplenet --grad inf|inference_mode",
        "modescope export preset:simplenet --to |pytorch",
        "modescope train --seed |''",
        "modescope run --json |''"
      })
  void bashCompletes(String line, String expected) throws IOException, InterruptedException {
    assumeThat(BASH).exists();
    String words = line.replaceAll("[:=]", " $0 ");
    Process bash =
        new ProcessBuilder(BASH.toString(), "-c", ASK_FOR_COMPLETION, "completion", words, line)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();

    String completed = bash.inputReader().readLine();

    assertThat(bash.waitFor()).isZero();
    assertThat(completed).isEqualTo(expected);
  }
}
