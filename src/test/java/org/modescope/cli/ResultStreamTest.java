package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.modescope.cli.Shell.Outcome;

/// Results are not lost in silence when standard output cannot take them.
class ResultStreamTest {
  static final List<List<String>> COMMANDS =
      List.of(
          List.of("run", "preset:simplenet"),
          List.of("run", "preset:simplenet", "--json", "-"),
          List.of("compare", "preset:simplenet", "--csv", "-"),
          List.of("presets"));

  private final Shell shell = new Shell();

  @ParameterizedTest
  @FieldSource("COMMANDS")
  void fullDiskIsTold(List<String> command) {
    Outcome outcome =
        shell.runInto(failing("No space left on device"), command.toArray(String[]::new));

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err())
        .contains("standard output cannot be written: No space left on device");
  }

  /// As in `modescope presets | head -1`.
  @Test
  void readerMayLeaveEarly() {
    Outcome outcome = shell.runInto(failing("Broken pipe"), "presets");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void refusalKeepsItsExitCode() {
    Outcome outcome =
        shell.runInto(failing("No space left on device"), "compare", "preset:simplenet-listing");

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int value) throws IOException {
        throw new IOException(message);
      }
    };
  }
}
