package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modescope.cli.Shell.Outcome;

class MatesCommandTest {
  private static final Path GOLDEN = Path.of("src/test/goldens/mates.json");

  /// Sums are taken in another order than PyTorch's.
  private static final double TOLERANCE = 2e-5;

  private final Shell shell = new Shell();
  @TempDir private Path folder;

  static Stream<JsonNode> cases() throws IOException {
    JsonNode cases = new ObjectMapper().readTree(GOLDEN.toFile()).get("cases");
    return StreamSupport.stream(cases.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersArePyTorchs(JsonNode golden) throws IOException {
    JsonNode seen = mates(golden);

    assertThat(seen.get("format").asText()).isEqualTo("modescope-mates/1");
    assertThat(seen.get("row")).isEqualTo(golden.get("row"));
    assertThat(seen.get("companies")).isEqualTo(golden.get("companies"));
    assertSame(seen.at("/train/answers"), golden.get("train"));
    assertSame(seen.at("/eval/answers"), golden.get("eval"));
    for (JsonNode size : golden.get("sizes")) {
      JsonNode same = size(seen, size.get("rows").asInt());
      assertThat(same.get("refused")).isEqualTo(size.get("refused"));
      assertThat(same.get("sd").asDouble()).isCloseTo(size.get("sd").asDouble(), within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void outlierInEachCompanyMovesAnswersAsInPyTorch(JsonNode golden) throws IOException {
    JsonNode outlier = golden.path("outlier");
    if (outlier.isMissingNode()) {
      return;
    }

    JsonNode seen = mates(golden, "--outlier", outlier.get("factor").asText());

    assertSame(seen.at("/train/answers"), outlier.get("train"));
    assertSame(seen.at("/eval/answers"), outlier.get("eval"));
    assertSame(seen.at("/outlier/without/answers"), golden.get("train"));
  }

  @Test
  void rowWithoutCompanyIsRefusedInPyTorchsWordsAndEvalStillAnswers() throws IOException {
    Outcome outcome = shell.run("mates", "preset:simplenet-listing", "--row", "0", "--json", "-");

    JsonNode seen = new ObjectMapper().readTree(outcome.out());
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err())
        .startsWith(
            "Expected more than 1 value per channel when training, got input size"
                + " torch.Size([1, 20])");
    assertThat(seen.at("/train/refused").asText()).startsWith("Expected more than 1 value");
    assertThat(seen.at("/eval/answers")).hasSize(1);
    assertThat(size(seen, 2).get("sd").asDouble()).isPositive();
  }

  @Test
  void sizesBeginWithTwoRowsAndEndAlone() throws IOException {
    JsonNode seen =
        new ObjectMapper()
            .readTree(shell.run("mates", "preset:simplenet", "--row", "3", "--json", "-").out());

    assertThat(seen.get("sizes").findValuesAsText("rows"))
        .containsExactly("2", "3", "4", "6", "8", "12", "16", "24", "32", "48", "64", "1");
    assertThat(seen.get("complete").asBoolean()).isTrue();
    assertThat(seen.at("/eval/identical").asBoolean()).isTrue();
  }

  @Test
  void seedOverridesTheFilesAndModesAreBothMeasuredWhateverItSays() throws IOException {
    String plain = answers();

    assertThat(answers("--mode", "eval", "--grad", "no_grad", "--passes", "3")).isEqualTo(plain);
    assertThat(answers("--seed", "7")).isNotEqualTo(plain);
  }

  @Test
  void reportSaysWhatTheFileSays() {
    String report = shell.run("mates", "preset:simplenet", "--row", "12", "--outlier", "10").out();

    assertThat(report)
        .startsWith("SimpleNet: row 12 in 30 companies of 32 rows")
        .containsPattern("train +30 different")
        .containsPattern("eval +identical")
        .containsPattern("train, mate 7 × 10 +30 different")
        .containsPattern("1 +0.000 +Expected more than 1 value per channel");
  }

  @Test
  void wrongOptionsNameThePlaceWhatWasFoundAndWhatIsAllowed() {
    assertThat(shell.run("mates", "preset:simplenet", "--row", "32"))
        .isEqualTo(
            new Outcome(
                ExitCode.WRONG,
                "",
                "modescope mates: --row 32: must be a row of the input, from 0 to 31\n"));
    assertThat(error("--row", "-1")).contains("--row", "must be a whole number from 0", "“-1”");
    assertThat(error("--row", "0", "--companies", "0"))
        .contains("--companies", "from 1 to 10,000", "“0”");
    assertThat(error("--row", "0", "--outlier", "big")).contains("--outlier", "a number", "“big”");
    assertThat(error()).contains("--row");
  }

  @Test
  void stoppedEarlyWritesWhatIsDone() throws IOException {
    Outcome outcome =
        Shell.interruptedAfter(6).run("mates", "preset:simplenet", "--row", "1", "--json", "-");

    JsonNode seen = new ObjectMapper().readTree(outcome.out());
    assertThat(outcome.exitCode()).isZero();
    assertThat(seen.get("complete").asBoolean()).isFalse();
    assertThat(seen.get("sizes").size()).isLessThan(12);
  }

  private JsonNode mates(JsonNode golden, String... more) throws IOException {
    Path file = folder.resolve("experiment.modescope.json");
    Files.writeString(file, golden.get("experiment").toString());
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "mates",
                file.toString(),
                "--row",
                golden.get("row").asText(),
                "--companies",
                golden.get("companies").asText(),
                "--json",
                "-"));
    arguments.addAll(List.of(more));
    Outcome outcome = shell.run(arguments.toArray(String[]::new));
    assertThat(outcome.err()).isEmpty();
    return new ObjectMapper().readTree(outcome.out());
  }

  private String answers(String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("mates", "preset:simplenet", "--row", "2", "--json", "-"));
    arguments.addAll(List.of(more));
    JsonNode seen = new ObjectMapper().readTree(shell.run(arguments.toArray(String[]::new)).out());
    return seen.get("train").toString() + seen.get("eval");
  }

  private String error(String... options) {
    List<String> arguments = new ArrayList<>(List.of("mates", "preset:simplenet"));
    arguments.addAll(List.of(options));
    Outcome outcome = shell.run(arguments.toArray(String[]::new));
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.out()).isEmpty();
    return outcome.err();
  }

  private static JsonNode size(JsonNode seen, int rows) {
    return StreamSupport.stream(seen.get("sizes").spliterator(), false)
        .filter(size -> size.get("rows").asInt() == rows)
        .findFirst()
        .orElseThrow();
  }

  private static void assertSame(JsonNode answers, JsonNode golden) {
    assertThat(answers).hasSameSizeAs(golden);
    for (int company = 0; company < golden.size(); company++) {
      assertThat(answers.get(company)).hasSameSizeAs(golden.get(company));
      for (int output = 0; output < golden.get(company).size(); output++) {
        assertThat(answers.get(company).get(output).asDouble())
            .as("company %d, output %d", company, output)
            .isCloseTo(golden.get(company).get(output).asDouble(), within(TOLERANCE));
      }
    }
  }
}
