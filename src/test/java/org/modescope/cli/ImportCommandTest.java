package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.autograd.Shape;
import org.modescope.cli.Shell.Outcome;
import org.modescope.experiment.Experiment;
import org.modescope.files.ExperimentFile;

class ImportCommandTest {
  private static final String NET =
      """
      import torch
      from torch import nn

      torch.manual_seed(42)
      net = nn.Sequential(nn.Linear(10, 20), nn.Dropout(0.5), nn.Linear(20, 1))
      opt = torch.optim.SGD(net.parameters(), lr=0.1)
      x = torch.randn(32, 10)
      net.eval()
      with torch.no_grad():
          outputs = [net(x) for _ in range(10)]
      """;

  private static final String LSTM = NET.replace("nn.Dropout(0.5)", "nn.LSTM(20, 20)");

  @TempDir private Path folder;

  private final Shell shell = new Shell();

  @Test
  void experimentIsWrittenAndSaidWhatWasTakenFromWhichLine() throws IOException {
    Outcome outcome = imported(NET);

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .contains("3 layers, input 32 × 10, mode eval, no_grad, 10 passes")
        .contains("line 4: seed 42")
        .contains("line 6, passed over: trains");
    Experiment written = ExperimentFile.read(out());
    assertThat(written.network()).hasSize(3);
    assertThat(written.passes()).isEqualTo(10);
  }

  @Test
  void lineThatIsNotUnderstoodIsToldAndNothingIsWritten() throws IOException {
    Outcome outcome = imported(LSTM);

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("net.py: line 5: nn.LSTM is not one of the layers here. Understood are Linear")
        .contains("2 layers were read. With --part");
    assertThat(out()).doesNotExist();
  }

  @Test
  void partThatWasReadIsWrittenOnRequest() throws IOException {
    Outcome outcome = imported(LSTM, "--part");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("line 5: nn.LSTM is not").contains("left out");
    assertThat(ExperimentFile.read(out()).network()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8x10", "8,10", "(8, 10)", "8 × 10", "[8,10]"})
  void shapeIsReadAsPeopleWriteIt(String shape) throws IOException {
    imported(NET, "--input", shape);

    assertThat(ExperimentFile.read(out()).input().shape()).isEqualTo(Shape.of(8, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ten", "0x10", "-1x10", "1x", "99999999999"})
  void shapeThatIsNoneIsRefused(String shape) throws IOException {
    Outcome outcome = imported(NET, "--input", shape);

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("--input " + shape);
    assertThat(out()).doesNotExist();
  }

  @Test
  void fileThatIsNoTextIsRefused() throws IOException {
    Path source = folder.resolve("net.py");
    Files.write(source, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});

    Outcome outcome = shell.run("import", source.toString(), "--out", out().toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("is no text in UTF-8");
  }

  @Test
  void fileThatIsMissingIsRefused() {
    Outcome outcome =
        shell.run("import", folder.resolve("none.py").toString(), "--out", out().toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("none.py");
  }

  @Test
  void sourceIsNotWrittenOver() throws IOException {
    Path source = folder.resolve("net.py");
    Files.writeString(source, NET);

    Outcome outcome = shell.run("import", source.toString(), "--out", source.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(Files.readString(source)).isEqualTo(NET);
  }

  @Test
  void standardOutputTakesTheExperimentAlone() throws IOException {
    Path source = folder.resolve("net.py");
    Files.writeString(source, NET);

    Outcome outcome = shell.run("import", source.toString(), "--out", "-");

    assertThat(outcome.out()).startsWith("{").contains("\"modescope-experiment/1\"");
  }

  private Outcome imported(String source, String... options) throws IOException {
    Path file = folder.resolve("net.py");
    Files.writeString(file, source, StandardCharsets.UTF_8);
    String[] arguments = new String[4 + options.length];
    arguments[0] = "import";
    arguments[1] = file.toString();
    arguments[2] = "--out";
    arguments[3] = out().toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    return shell.run(arguments);
  }

  private Path out() {
    return folder.resolve("net.modescope.json");
  }
}
