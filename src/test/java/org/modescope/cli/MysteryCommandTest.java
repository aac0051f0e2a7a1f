package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.cli.Shell.Outcome;
import org.modescope.experiment.LayerType;
import org.modescope.files.ExperimentFile;
import org.modescope.files.InvalidFileException;
import org.modescope.mystery.Kind;
import org.modescope.mystery.Level;
import org.modescope.mystery.MysteryNets;
import org.modescope.mystery.Puzzle;

class MysteryCommandTest {
  private final Shell shell = new Shell();
  @TempDir private Path folder;

  @Test
  void netToHandOutAndItsAnswerAreWrittenApart() throws IOException {
    Outcome outcome = made("2", "417");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("mystery-2-417.mystery.json: to hand out");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "mystery-2-417.mystery.json",
              "mystery-2-417.answer.txt",
              "mystery-2-417.answer.modescope.json");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3"})
  void whatIsHandedOutSaysNothingOfTheAnswer(String level) throws IOException {
    made(level, "417");

    String handedOut = Files.readString(puzzle(level));
    List<String> words =
        Stream.concat(
                Stream.of("train", "eval", "grad", "mode", "network"),
                Stream.of(LayerType.values()).map(LayerType::torchName))
            .toList();
    // The name of the format is the program's own.
    assertThat(handedOut.replace("modescope-mystery", ""))
        .doesNotContainIgnoringCase(words.toArray(String[]::new));
    assertThat(handedOut).contains("\"seed\": 417");
  }

  @Test
  void whatIsHandedOutOpensAsTheSameNet() throws IOException {
    made("3", "5");

    assertThat(Puzzle.open(puzzle("3", "5"))).isEqualTo(MysteryNets.of(Level.THREE, 5));
  }

  /// Whoever has this file must not find that a new version makes another net of it.
  @Test
  void netThatWasHandedOutLongAgoStillOpens() throws IOException {
    Path file =
        Files.writeString(
            puzzle("2", "132"),
            """
            {"format": "modescope-mystery/1", "level": 2, "seed": 132, "fingerprint": "47c86455"}
            """);

    assertThat(Puzzle.open(file).truth().cards().get(2).kind()).isEqualTo(Kind.FUNCTIONAL_DROPOUT);
  }

  @Test
  void answerIsTheNetWithWhatGivesItAway() throws IOException {
    made("2", "417");

    String sheet = Files.readString(folder.resolve("mystery-2-417.answer.txt"));
    assertThat(sheet)
        .startsWith("Mystery net 417 of level 2: the answer")
        .contains("layer 2: Dropout(0.2)")
        .contains("parameters")
        .contains("grad mode: ");
    assertThat(ExperimentFile.read(folder.resolve("mystery-2-417.answer.modescope.json")))
        .isEqualTo(
            MysteryNets.of(Level.TWO, 417).experiment(MysteryNets.of(Level.TWO, 417).truth()));
  }

  @Test
  void netOfAnotherVersionIsNotCheckedAgainstTheWrongOne() throws IOException {
    made("1", "417");
    Path file = puzzle("1");
    Files.writeString(
        file,
        Files.readString(file).replaceAll("\"fingerprint\": \"\\w+\"", "\"fingerprint\": \"00\""));

    assertThatThrownBy(() -> Puzzle.open(file))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("another version of the program");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "two", ""})
  void levelThatIsNoneIsToldWithWhatIsAllowed(String level) {
    Outcome outcome = made(level, "417");

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("--level").contains("1").contains("3");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void seedThatIsNoneIsTold() {
    Outcome outcome = made("1", "many");

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("--seed").contains("many");
  }

  @Test
  void folderThatIsAFileIsTold() throws IOException {
    Path file = Files.createFile(folder.resolve("there"));

    Outcome outcome = shell.run("mystery", "--level", "1", "--seed", "1", "--out", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("--out");
  }

  private Outcome made(String level, String seed) {
    return shell.run("mystery", "--level", level, "--seed", seed, "--out", folder.toString());
  }

  private Path puzzle(String level) {
    return puzzle(level, "417");
  }

  private Path puzzle(String level, String seed) {
    return folder.resolve("mystery-" + level + "-" + seed + ".mystery.json");
  }

  @Test
  void netThatWasHandedOutIsOpenedInTheWindow() throws IOException {
    made("1", "417");

    Outcome outcome = shell.run("open", puzzle("1").toString());

    assertThat(outcome.exitCode()).isZero();
    assertThat(shell.opened()).containsExactly(puzzle("1").toString());
  }

  @Test
  void brokenNetIsToldBeforeAWindowOpens() throws IOException {
    Path file =
        Files.writeString(puzzle("1"), "{\"format\": \"modescope-mystery/1\", \"level\": 7}");

    Outcome outcome = shell.run("open", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("/level").contains("7").contains("1 to 3");
  }
}
