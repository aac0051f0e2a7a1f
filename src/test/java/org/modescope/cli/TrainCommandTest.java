package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.modescope.cli.Shell.Outcome;
import org.modescope.files.Safetensors;

class TrainCommandTest {
  private static final String TRAINING =
      """
      {"format": "modescope-experiment/1",
       "network": [
         {"type": "Linear", "name": "fc1", "in_features": 10, "out_features": 20},
         {"type": "BatchNorm1d", "name": "bn1", "num_features": 20},
         {"type": "Dropout", "name": "dropout"},
         {"type": "Linear", "name": "fc2", "in_features": 20, "out_features": 1}],
       "input": {"shape": [%d, 10], "distribution": "normal", "seed": 1},
       "training": {
         "optimizer": {"type": "Adam", "lr": 0.001}, "loss": "MSELoss",
         "target": {"shape": [%d, 1], "distribution": "normal", "seed": 2},
         "batch_size": 32, "epochs": 3, "shuffle": false,
         "validation": {
           "input": {"shape": [8, 10], "distribution": "normal", "seed": 3},
           "target": {"shape": [8, 1], "distribution": "normal", "seed": 4}}}}
      """;

  @TempDir private Path folder;

  private final Shell shell = new Shell();
  private String file = "";

  @BeforeEach
  void writeExperiment() throws IOException {
    file = experiment(100);
  }

  /// PyTorch 1.13 says so under either.
  @ParameterizedTest
  @ValueSource(strings = {"no_grad", "inference_mode"})
  void nothingIsTrainedWithoutAGraph(String grad) throws IOException {
    Path experiment = Path.of(file);
    Files.writeString(
        experiment,
        Files.readString(experiment)
            .replace("\"network\"", "\"grad\": \"%s\", \"network\"".formatted(grad)));

    Outcome outcome = shell.run("train", file);

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.err())
        .contains(
            "element 0 of tensors does not require grad and does not have a grad_fn",
            "the pass ran under no_grad or inference_mode");
  }

  @Test
  void resultHasALossPerStepAndTwoPerEpoch() throws IOException {
    JsonNode result = new ObjectMapper().readTree(shell.run("train", file, "--json", "-").out());

    assertThat(result.get("format").asText()).isEqualTo("modescope-training/1");
    assertThat(result.get("complete").asBoolean()).isTrue();
    assertThat(result.at("/experiment/training/epochs").asInt()).isEqualTo(3);
    assertThat(result.get("losses")).hasSize(12).allMatch(JsonNode::isNumber);
    assertThat(result.get("validation")).hasSize(3);
    assertThat(result.at("/validation/0/epoch").asInt()).isEqualTo(1);
    assertThat(result.at("/validation/2/eval_loss").asDouble()).isPositive();
    assertThat(result.at("/validation/2/train_mode_loss").asDouble())
        .isPositive()
        .isNotEqualTo(result.at("/validation/2/eval_loss").asDouble());
  }

  @Test
  void dumpHoldsTheStatesBeforeAndAfter() throws IOException {
    Path dump = folder.resolve("dump");

    shell.run("train", file, "--dump", dump.toString());

    try (Safetensors before = Safetensors.open(dump.resolve("state_before.safetensors"));
        Safetensors after = Safetensors.open(dump.resolve("state_after.safetensors"))) {
      assertThat(before.integer("bn1.num_batches_tracked")).isZero();
      assertThat(after.integer("bn1.num_batches_tracked")).isEqualTo(12);
      assertThat(after.floats("fc1.weight")).isNotEqualTo(before.floats("fc1.weight"));
    }
  }

  @Test
  void csvHasValidationOnTheLastStepOfEachEpoch() {
    List<String> lines = shell.run("train", file, "--csv", "-").out().lines().toList();

    assertThat(lines).hasSize(13);
    assertThat(lines.getFirst()).isEqualTo("step,epoch,loss,eval_loss,train_mode_loss");
    assertThat(lines.get(1)).startsWith("0,1,").endsWith(",,");
    assertThat(lines.get(4)).startsWith("3,1,").doesNotEndWith(",");
    assertThat(lines.get(5)).startsWith("4,2,").endsWith(",,");
  }

  @Test
  void interruptedTrainingTellsTheStepsDone() throws IOException {
    JsonNode whole = new ObjectMapper().readTree(shell.run("train", file, "--json", "-").out());
    int looks = 1;
    JsonNode result = interrupted(looks);
    while (result.get("losses").size() < 6) {
      looks *= 2;
      result = interrupted(looks);
    }

    assertThat(result.get("complete").asBoolean()).isFalse();
    assertThat(result.get("losses")).hasSizeLessThan(12);
    for (int step = 0; step < result.get("losses").size(); step++) {
      assertThat(result.get("losses").get(step)).isEqualTo(whole.get("losses").get(step));
    }
    assertThat(result.get("validation")).isNotEmpty().hasSizeLessThan(3);
  }

  private JsonNode interrupted(int looks) throws IOException {
    Outcome outcome = Shell.interruptedAfter(looks).run("train", file, "--json", "-");
    assertThat(outcome.exitCode()).isZero();
    return new ObjectMapper().readTree(outcome.out());
  }

  @Test
  void lastBatchOfOneRowIsRefusedAsPyTorchWould() throws IOException {
    Outcome outcome =
        shell.run("train", experiment(97), "--json", folder.resolve("r.json").toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err())
        .startsWith("Expected more than 1 value per channel when training")
        .contains("bn1 (/network/1)");
    assertThat(folder.resolve("r.json")).doesNotExist();
  }

  @Test
  void seedAndModeAreOverridden() throws IOException {
    JsonNode result =
        new ObjectMapper()
            .readTree(shell.run("train", file, "--seed=9", "--mode=eval", "--json", "-").out());

    assertThat(result.at("/experiment/seed").asInt()).isEqualTo(9);
    assertThat(result.at("/validation/0/train_mode_loss"))
        .isEqualTo(result.at("/validation/0/eval_loss"));
  }

  @Test
  void reportHasALinePerEpoch() {
    assertThat(shell.run("train", file).out())
        .contains("Adam, lr 0.001, MSELoss, batches of 32; 12 steps", "train-mode loss")
        .containsPattern("(?m)^ +3 +[0-9.]+ +[0-9.]+ +[0-9.]+$");
  }

  @Test
  void reportSaysWhatTheChartsOfTheWindowShow() {
    assertThat(shell.run("train", file).out())
        .containsPattern("(?m)^ +0 +[0-9.]+ +[0-9.]+$")
        .contains("Running statistics moved in 1 of 1 layer.")
        .containsPattern("(?m)^bn1 +12 +[0-9.]+ +[0-9.]+$")
        .containsPattern("(?m)^fc1 +[0-9.]+ +[0-9.]+ +[0-9.]+ +-?[0-9.]+$")
        .contains("Backward of the first batch in both modes")
        .containsPattern(
            "at\\s+most\\s+0\\s+bytes\\s+of\\s+saved\\s+tensors\\s+alive\\s+and\\s+7 nodes")
        .contains("Memory over step 2, in bytes:")
        .containsPattern("(?m)^backward +AddmmBackward0 +[0-9,]+ +[0-9,]+ +[0-9,]+ +[0-9,]+$")
        .containsPattern("(?m)^step +0 +1,124 +2,248 +[0-9,]+$")
        .contains("Most is allocated at ");
  }

  private String experiment(int rows) throws IOException {
    Path written = folder.resolve(String.format(Locale.ROOT, "training-%d.modescope.json", rows));
    return Files.writeString(written, String.format(Locale.ROOT, TRAINING, rows, rows)).toString();
  }

  /// Exit code 3 and PyTorch's words, as for a layer that refuses; not a fault of this program.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type': 'Linear', 'in_features': 3, 'out_features': 2}|CrossEntropyLoss|{'values': [0,"
            + " 2]}|Target 2 is out of bounds.|CrossEntropyLoss: The net gives 2 scores a row",
        "{'type': 'Sequential', 'layers': [{'type': 'Linear', 'in_features': 3, 'out_features': 3},"
            + " {'type': 'View', 'shape': [-1]}]}|CrossEntropyLoss|{'values': [0, 1]}|size mismatch"
            + " (got input: [6], target: [2])|CrossEntropyLoss: Classes of rows",
        "{'type': 'Linear', 'in_features': 3, 'out_features': 2}|MSELoss|{'values': [[0, 1, 2], [3,"
            + " 4, 5]]}|The size of tensor a (2) must match the size of tensor b (3) at"
            + " non-singleton dimension 1|MSELoss: ",
        "{'type': 'Linear', 'in_features': 3, 'out_features': 1, 'requires_grad': false}|MSELoss"
            + "|{'values': [[0], [1]]}|element 0 of tensors does not require grad|backward: ",
      })
  void whatTheLossRefusesIsToldAsPyTorchDoes(
      String layer, String loss, String target, String torchMessage, String explanation)
      throws IOException {
    Outcome outcome = shell.run("train", small(layer, loss, target));

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err())
        .startsWith(torchMessage)
        .contains(System.lineSeparator() + explanation);
  }

  @Test
  void stretchedTargetIsTrainedWithPyTorchsWarning() throws IOException {
    Outcome outcome =
        shell.run(
            "train",
            small(
                "{'type': 'Linear', 'in_features': 3, 'out_features': 2}",
                "MSELoss",
                "{'values': [0, 1]}"));

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out().replaceAll("\\s+", " "))
        .contains(
            "Using a target size (torch.Size([2])) that is different to the input size"
                + " (torch.Size([2, 2]))");
  }

  @Test
  void netWithoutParametersCannotBeTrained() throws IOException {
    Outcome outcome =
        shell.run(
            "train", small("{'type': 'Tanh'}", "MSELoss", "{'values': [[1, 1, 1], [2, 2, 2]]}"));

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err()).startsWith("optimizer got an empty parameter list");
  }

  @Test
  void trainingOnNoRowsIsRefused() throws IOException {
    Outcome outcome = shell.run("train", experiment(0));

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(outcome.err()).contains("/training/target", "at least one row");
  }

  @Test
  void experimentWithoutANameHasATitle() throws IOException {
    String file =
        small(
            "{'type': 'Linear', 'in_features': 3, 'out_features': 1}",
            "MSELoss",
            "{'values': [[0], [1]]}");

    assertThat(shell.run("train", file).out())
        .startsWith("Experiment: SGD")
        .contains("; 1 step in");
    assertThat(shell.run("compare", file).out()).startsWith("Experiment: 1 pass of 2 × 3 in each");
    assertThat(shell.run("check", file).out()).startsWith("Experiment" + System.lineSeparator());
  }

  /// Two rows of three numbers through one layer.
  private String small(String layer, String loss, String target) throws IOException {
    Path written = folder.resolve("small.modescope.json");
    String json =
        """
        {'format': 'modescope-experiment/1', 'network': [%s],
         'input': {'shape': [2, 3], 'distribution': 'normal'},
         'training': {'optimizer': {'type': 'SGD'}, 'loss': '%s', 'target': %s, 'batch_size': 2}}
        """;
    Files.writeString(written, json.formatted(layer, loss, target).replace('\'', '"'));
    return written.toString();
  }

  private static final String IRIS =
      """
      {"format": "modescope-experiment/1",
       "network": [
         {"type": "Linear", "name": "fc1", "in_features": 4, "out_features": 8 %1$s},
         {"type": "BatchNorm1d", "name": "bn1", "num_features": 8 %1$s},
         {"type": "ReLU"},
         {"type": "Linear", "name": "fc2", "in_features": 8, "out_features": 3}],
       "input": {"dataset": "iris", "rows": [0, %2$d]},
       "training": {
         "optimizer": {"type": "SGD", "lr": %3$s}, "loss": "CrossEntropyLoss",
         "target": {"column": "label"}, "batch_size": 32 %4$s}}
      """;

  private String iris(String frozen, int rows, String lr, String more) throws IOException {
    Path written = folder.resolve("iris.modescope.json");
    return Files.writeString(written, String.format(Locale.ROOT, IRIS, frozen, rows, lr, more))
        .toString();
  }

  private JsonNode json(String... arguments) throws IOException {
    return new ObjectMapper().readTree(shell.run(arguments).out());
  }

  @Test
  void lastBatchOfOneRowIsNamedAndDropLastLeavesItOut() throws IOException {
    Outcome refused = shell.run("train", iris("", 65, "0.01", ""));
    JsonNode dropped = json("train", iris("", 65, "0.01", ", \"drop_last\": true"), "--json", "-");

    assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.err())
        .startsWith("Expected more than 1 value per channel when training")
        .contains("This was step 3 of epoch 1, the last batch, with row 64 alone", "drop_last");
    assertThat(dropped.get("losses")).hasSize(2);
  }

  @Test
  void measurementThatCannotBeMadeIsLeftOutWithItsReason() throws IOException {
    JsonNode result =
        json(
            "train",
            iris(
                "",
                64,
                "0.01",
                """
                , "validation": {"input": {"dataset": "iris", "rows": [64, 65]},
                  "target": {"column": "label"}}\
                """),
            "--json",
            "-");

    assertThat(result.get("complete").asBoolean()).isTrue();
    assertThat(result.at("/validation/0/eval_loss").isNumber()).isTrue();
    assertThat(result.at("/validation/0/train_mode_loss").isNull()).isTrue();
    assertThat(result.at("/validation/0/train_mode_loss_left_out").asText())
        .startsWith("Expected more than 1 value per channel");
    assertThat(result.findValuesAsText("id")).contains("score-left-out");
  }

  @Test
  void frozenStatisticsThatMovedAreFound() throws IOException {
    JsonNode result =
        json("train", iris(", \"requires_grad\": false", 64, "0.01", ""), "--json", "-");

    assertThat(result.findValuesAsText("id")).contains("frozen-stats-move");
    assertThat(result.at("/drift/0/layer").asText()).isEqualTo("bn1");
    assertThat(result.at("/drift/0/frozen").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.0, nothing-learns", "1e6, diverged"})
  void trainingThatDoesNotLearnSaysSo(String lr, String id) throws IOException {
    JsonNode result = json("train", iris("", 64, lr, ", \"epochs\": 8"), "--json", "-");

    assertThat(result.findValuesAsText("id")).contains(id);
  }

  @Test
  void eachForgottenLineTellsWhatCameOfIt() throws IOException {
    JsonNode result =
        json(
            "train",
            iris(
                ", \"mode\": \"eval\", \"requires_grad\": false",
                64,
                "0.01",
                """
                , "epochs": 2, "forgotten": ["no_zero_grad", "total_plus_loss", "no_no_grad",
                  "frozen_without_eval"],
                  "validation": {"input": {"dataset": "iris", "rows": [64, 100]},
                  "target": {"column": "label"}}\
                """),
            "--json",
            "-");

    assertThat(result.get("findings").findValuesAsText("text"))
        .anyMatch(text -> text.startsWith("optimizer.zero_grad() is missing"))
        .anyMatch(text -> text.startsWith("total += loss keeps the graph of every batch"))
        .anyMatch(text -> text.startsWith("torch.no_grad() is missing around validation"))
        .anyMatch(text -> text.startsWith("bn.eval() is missing for frozen layers"));
  }

  /// Two files with the labels a, b, c and b, c give what one file gives.
  @Test
  void validationTakesClassNumbersFromTheTrainingTable() throws IOException {
    Files.writeString(
        folder.resolve("all.csv"), "u,v,cls\n0,1,a\n0.2,0.8,a\n0.5,0.5,b\n0.8,0.2,c\n");
    Files.writeString(folder.resolve("held.csv"), "u,v,cls\n0.5,0.5,b\n0.8,0.2,c\n");
    Files.writeString(folder.resolve("other.csv"), "u,v,cls\n0.5,0.5,b\n0.8,0.2,d\n");

    JsonNode oneFile = json("train", labels("\"all.csv\", \"rows\": [2, 4]"), "--json", "-");
    JsonNode twoFiles = json("train", labels("\"held.csv\""), "--json", "-");
    Outcome unseen = shell.run("train", labels("\"other.csv\""));

    assertThat(twoFiles.at("/validation/2")).isEqualTo(oneFile.at("/validation/2"));
    assertThat(unseen.exitCode()).isEqualTo(ExitCode.WRONG);
    assertThat(unseen.err())
        .contains(
            "/training/validation/target/column",
            "label “d” in column “cls”",
            "its labels are a, b, c");
  }

  private String labels(String held) throws IOException {
    Path written = folder.resolve("labels.modescope.json");
    return Files.writeString(
            written,
            """
            {"format": "modescope-experiment/1",
             "network": [{"type": "Linear", "in_features": 2, "out_features": 3}],
             "input": {"csv": "all.csv", "columns": ["u", "v"], "standardize": true},
             "training": {
               "optimizer": {"type": "SGD", "lr": 0.1}, "loss": "CrossEntropyLoss",
               "target": {"column": "cls"}, "batch_size": 4, "epochs": 3,
               "validation": {
                 "input": {"csv": %s, "columns": ["u", "v"], "standardize": true},
                 "target": {"column": "cls"}}}}
            """
                .formatted(held))
        .toString();
  }
}
