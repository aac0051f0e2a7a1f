package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.cli.Shell.Outcome;

/// What is wrong is said in one message, ends with exit code 2, and touches no file.
class WrongUseTest {
  @TempDir private Path folder;

  private final Shell shell = new Shell();

  static List<Arguments> wrongUses() {
    return List.of(
        wrong("runn preset:simplenet", "there is no command “runn”; did you mean run?"),
        wrong("--versoin", "there is no option “--versoin”; did you mean --version?"),
        wrong("run", "modescope run: FILE is missing"),
        wrong("trace preset:simplenet", "--layer NAME is missing"),
        wrong("run preset:simplenet other", "“other” is one argument too many"),
        wrong("run preset:simplenet --bogus", "there is no option “--bogus”"),
        wrong(
            "run preset:simplenet --mod eval", "there is no option “--mod”; did you mean --mode?"),
        wrong("run preset:simplenet --mode trian", "--mode", "train or eval", "“trian”"),
        wrong("run preset:simplenet --grad none", "grad or no_grad or inference_mode", "“none”"),
        wrong("run preset:simplenet --passes 0", "--passes", "from 1 to 1,000,000", "“0”"),
        wrong("run preset:simplenet --passes 1000001", "from 1 to 1,000,000"),
        wrong("run preset:simplenet --passes ten", "--passes", "“ten”"),
        wrong("run preset:simplenet --passes", "--passes"),
        wrong("run preset:simplenet --detail -1", "--detail", "from 0 to 1,000,000"),
        wrong("run preset:simplenet --seed 1.5", "--seed", "whole number", "“1.5”"),
        wrong("run preset:simplnet", "did you mean “simplenet”?", "batchnorm-only"),
        wrong("run nothing.modescope.json", "nothing.modescope.json", "there is no such file"),
        wrong("run pom.xlm", "pom.xlm", "did you mean “pom.xml”?"),
        wrong("run .", "folder"),
        wrong("nothing.modescope.jsn", "“nothing.modescope.jsn”" + System.lineSeparator()),
        wrong("run preset:simplenet --json - --csv -", "only one can go to standard output"),
        wrong("run preset:simplenet --json nowhere/r.json", "--json", "there is no folder"),
        wrong("run preset:simplenet --csv src", "--csv", "folder"),
        wrong("run preset:simplenet --dump pom.xml", "--dump", "this is a file"),
        wrong("run preset:simplenet --json r --csv ./r", "--json and --csv would both write ./r"),
        wrong("train preset:simplenet", "preset:simplenet, /training"),
        wrong("compare preset:simplenet --mode eval", "--mode"));
  }

  private static Arguments wrong(String command, String... said) {
    return Arguments.of(command, List.of(said));
  }

  @ParameterizedTest
  @MethodSource("wrongUses")
  void isNamed(String command, List<String> said) {
    Outcome outcome = shell.run(command.split(" "));

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("modescope").contains(said);
  }

  @Test
  void wrongExperimentIsNamedByFileAndPointer() throws IOException {
    Path file = experiment("\"num_features\": true");

    Outcome outcome = shell.run("run", file.toString(), "--dump", folder.resolve("d").toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains(file.toString(), "/network/1/num_features", "true");
    assertThat(folder.resolve("d")).doesNotExist();
  }

  @Test
  void checkNamesTheArgumentThatDoesNotFit() throws IOException {
    Path file = experiment("\"num_features\": 30");

    Outcome outcome = shell.run("check", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains(file + ", /network/1/num_features", "30", "20");
  }

  @Test
  void runLeavesWhatDoesNotFitToTheNet() throws IOException {
    Path file = experiment("\"num_features\": 30");

    Outcome outcome = shell.run("run", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err())
        .startsWith("running_mean should contain 20 elements not 30" + System.lineSeparator())
        .contains("(/network/1)");
  }

  @Test
  void existingResultStandsWhenTheExperimentIsWrong() throws IOException {
    Path json = Files.writeString(folder.resolve("r.json"), "before");

    shell.run("run", experiment("\"num_features\": 0").toString(), "--json", json.toString());

    assertThat(json).hasContent("before");
  }

  @Test
  void emptyNamesAreNoFiles() {
    Outcome experiment = shell.run("run", "");
    Outcome result = shell.run("run", "preset:simplenet", "--json", "");

    assertThat(experiment.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(experiment.err()).contains("“”", "is empty");
    assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(result.err()).contains("--json “”", "is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "compare", "check", "train"})
  void noResultReplacesTheExperiment(String command) throws IOException {
    Path file = experiment("\"num_features\": 20");
    String before = Files.readString(file);

    Outcome outcome =
        shell.run(command, file.toString(), "--json", folder + "/./" + file.getFileName());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("--json would overwrite " + file);
    assertThat(file).hasContent(before);
  }

  @Test
  void noDumpReplacesTheParametersThatItBeganWith() throws IOException {
    Path file = experiment("\"num_features\": 20");
    shell.run("run", file.toString(), "--dump", folder.toString());
    Path state = folder.resolve("state_after.safetensors");
    byte[] before = Files.readAllBytes(state);
    String named =
        Files.readString(file).replaceFirst("\\{", "{\"parameters\": \"state_after.safetensors\",");
    Files.writeString(file, named);

    Outcome outcome = shell.run("run", file.toString(), "--dump", folder.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("--dump would overwrite " + state);
    assertThat(state).hasBinaryContent(before);
  }

  @Test
  void exportLeavesTheStateThatItReads() throws IOException {
    Path file = experiment("\"num_features\": 20");
    Path folder = file.getParent();
    shell.run("run", file.toString(), "--dump", folder.toString());
    Files.move(folder.resolve("state_before.safetensors"), folder.resolve("state.safetensors"));
    String named =
        Files.readString(file).replaceFirst("\\{", "{\"parameters\": \"state.safetensors\",");
    Files.writeString(file, named);

    Outcome outcome =
        shell.run("export", file.toString(), "--to", "pytorch", "--out", folder.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err())
        .contains("--out would overwrite " + folder.resolve("state.safetensors"));
  }

  @Test
  void endingThatFilesShareDoesNotMakeThemNear() throws IOException {
    experiment("\"num_features\": 20");

    assertThat(shell.run("run", folder.resolve("owm.modescope.json").toString()).err())
        .contains("did you mean “own.modescope.json”?");
    assertThat(shell.run("run", folder.resolve("xyz.modescope.json").toString()).err())
        .contains("there is no such file")
        .doesNotContain("did you mean");
  }

  @Test
  void controlCharactersInAFileDoNotReachTheTerminal() throws IOException {
    Path file = experiment("\"num_features\": 20, \"name\": \"b\\u001b[2J\\nn\"");
    Path unknown = folder.resolve("unknown.modescope.json");
    Files.writeString(unknown, "{\"format\": \"modescope-experiment/1\", \"a\\u001b[31m\": 1}");

    assertThat(shell.run("check", file.toString()).out()).contains("b\\u001B[2J\\u000An");
    assertThat(shell.run("check", unknown.toString()).err()).contains("/a\\u001B[31m: found");
  }

  private Path experiment(String features) throws IOException {
    return Files.writeString(
        folder.resolve("own.modescope.json"),
        """
        {"format": "modescope-experiment/1",
         "network": [
           {"type": "Linear", "in_features": 10, "out_features": 20},
           {"type": "BatchNorm1d", %s}],
         "input": {"shape": [4, 10], "distribution": "normal"}}
        """
            .formatted(features));
  }
}
