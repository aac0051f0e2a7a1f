package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modescope.autograd.Shape;
import org.modescope.cli.Shell.Outcome;
import org.modescope.files.ExperimentFile;
import org.modescope.files.Safetensors;
import org.modescope.preset.Presets;

class RunCommandTest {
  @TempDir private Path folder;

  private final Shell shell = new Shell();

  @Test
  void resultHasTheKeysOfTheContract() throws IOException {
    JsonNode result = json("run", "preset:simplenet", "--passes=3", "--detail=2", "--json", "-");

    assertThat(keys(result))
        .containsExactly(
            "format", "complete", "experiment", "summary", "passes", "attribution", "findings");
    assertThat(keys(result.get("summary")))
        .containsExactly(
            "passes",
            "identical",
            "output_std_max",
            "output_std_mean",
            "running_stats_moved",
            "packed_bytes",
            "unique_bytes",
            "extra_bytes",
            "wall_ns",
            "passes_per_second");
    assertThat(result.get("format").asText()).isEqualTo("modescope-result/1");
    assertThat(result.get("complete").isBoolean()).isTrue();
    assertThat(result.get("passes")).hasSize(2);
    assertThat(result.at("/attribution/0/layer").asText()).isEqualTo("dropout");
    assertThat(result.at("/attribution/0/share").asDouble()).isEqualTo(1);
    assertThat(keys(result.at("/findings/0"))).containsExactly("id", "layer", "text");
  }

  @Test
  void passHasOutputBuffersAndGraph() throws IOException {
    JsonNode pass = json("run", "preset:simplenet", "--json", "-").at("/passes/9");

    assertThat(keys(pass)).containsExactly("index", "output", "buffers", "graph");
    assertThat(pass.get("index").asInt()).isEqualTo(9);
    assertThat(pass.at("/output/shape").toString()).isEqualTo("[32,1]");
    assertThat(pass.at("/output/values")).hasSize(32);
    assertThat(keys(pass.get("buffers")))
        .containsExactly("bn1.running_mean", "bn1.running_var", "bn1.num_batches_tracked");
    assertThat(pass.at("/buffers/bn1.running_mean")).hasSize(20);
    assertThat(pass.at("/buffers/bn1.num_batches_tracked").asLong()).isEqualTo(10);
    assertThat(keys(pass.get("graph")))
        .containsExactly("packed_bytes", "unique_bytes", "extra_bytes", "held_bytes", "nodes");
    assertThat(pass.at("/graph/held_bytes").asLong()).isGreaterThanOrEqualTo(7840);
    assertThat(pass.at("/graph/nodes/0").toString())
        .isEqualTo(
            """
            {"op":"AddmmBackward0","layer":"fc1","saved":[{"name":"mat1","shape":[32,10],\
            "dtype":"float32","bytes":1280,"kind":"input","storage":0}]}\
            """);
  }

  @Test
  void countsTheBytesThatPyTorchCounts() throws IOException {
    JsonNode summary = json("run", "preset:simplenet", "--json", "-").get("summary");

    assertThat(summary.get("packed_bytes").asLong()).isEqualTo(9440);
    assertThat(summary.get("unique_bytes").asLong()).isEqualTo(9440);
    assertThat(summary.get("extra_bytes").asLong()).isEqualTo(7840);
  }

  @Test
  void evalGivesIdenticalOutputsAndMovesNothing() throws IOException {
    JsonNode summary = json("run", "preset:simplenet", "--mode=eval", "--json", "-").get("summary");

    assertThat(summary.get("identical").asBoolean()).isTrue();
    assertThat(summary.get("output_std_max").asDouble()).isZero();
    assertThat(summary.get("running_stats_moved").asBoolean()).isFalse();
    assertThat(summary.get("packed_bytes").asLong()).isEqualTo(6720);
  }

  @Test
  void noGradHoldsNothingWhileStatisticsMove() throws IOException {
    JsonNode result = json("run", "preset:simplenet", "--grad", "no_grad", "--json", "-");

    assertThat(result.at("/summary/packed_bytes").asLong()).isZero();
    assertThat(result.at("/passes/0/graph/held_bytes").asLong()).isZero();
    assertThat(result.at("/passes/0/graph/nodes")).isEmpty();
    assertThat(result.at("/summary/running_stats_moved").asBoolean()).isTrue();
    assertThat(result.at("/summary/identical").asBoolean()).isFalse();
  }

  @Test
  void overridesStandInTheResult() throws IOException {
    JsonNode experiment =
        json(
                "run",
                "preset:simplenet",
                "--mode=eval",
                "--grad=inference_mode",
                "--passes=7",
                "--seed=-5",
                "--json=-")
            .get("experiment");

    assertThat(experiment.get("mode").asText()).isEqualTo("eval");
    assertThat(experiment.get("grad").asText()).isEqualTo("inference_mode");
    assertThat(experiment.get("passes").asInt()).isEqualTo(7);
    assertThat(experiment.get("seed").asLong()).isEqualTo(-5);
  }

  @Test
  void fileAndPresetGiveTheSameOutputs() throws IOException {
    Path file = folder.resolve("own.modescope.json");
    ExperimentFile.write(file, Presets.simpleNet());

    JsonNode fromFile = json("run", file.toString(), "--json", "-");

    assertThat(fromFile.at("/passes/9/output"))
        .isEqualTo(json("run", "preset:simplenet", "--json", "-").at("/passes/9/output"));
  }

  @Test
  void warmingUpChangesNoOutput() throws IOException {
    JsonNode warm = json("run", "preset:simplenet", "--warmup", "20", "--json", "-");

    assertThat(warm.get("passes").get(0).get("output"))
        .isEqualTo(json("run", "preset:simplenet", "--json", "-").at("/passes/0/output"));
    assertThat(warm.at("/summary/passes").asInt()).isEqualTo(10);
  }

  @Test
  void refusalGivesPyTorchsTextFirstAndWritesNothing() {
    Outcome outcome =
        shell.run(
            "run",
            "preset:simplenet-listing",
            "--json",
            folder.resolve("r.json").toString(),
            "--csv",
            folder.resolve("r.csv").toString(),
            "--dump",
            folder.resolve("dump").toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err().lines().findFirst())
        .contains(
            "Expected more than 1 value per channel when training, got input size torch.Size([1,"
                + " 20])");
    assertThat(outcome.err()).contains("bn1 (/network/1)", "Use a batch of 32");
    assertThat(outcome.out()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void backwardWithoutAGraphIsRefused() {
    Outcome outcome = shell.run("run", "preset:simplenet", "--grad=no_grad", "--backward");

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err())
        .startsWith("element 0 of tensors does not require grad and does not have a grad_fn");
  }

  @Test
  void refusalOfOneRowThatWasWrittenDownOffersNoLargerBatch() throws IOException {
    Path file = folder.resolve("one.modescope.json");
    Files.writeString(
        file,
        """
        {"format": "modescope-experiment/1",
         "network": [{"type": "BatchNorm1d", "num_features": 2}],
         "input": {"values": [[-1, 1]]}}
        """);

    Outcome outcome = shell.run("run", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err())
        .startsWith("Expected more than 1 value per channel when training")
        .contains("eval mode")
        .doesNotContain("Use a batch of");
  }

  @Test
  void masksAreWhatTheInputWasMultipliedBy() throws IOException {
    Path file = folder.resolve("masks.modescope.json");
    Files.writeString(
        file,
        """
        {"format": "modescope-experiment/1",
         "network": [{"type": "Dropout", "name": "some", "p": 0.5},
                     {"type": "Dropout1d", "name": "channels", "p": 0.5},
                     {"type": "AlphaDropout", "name": "all", "p": 1},
                     {"type": "Dropout", "name": "none", "p": 0}],
         "input": {"shape": [3, 4], "distribution": "ones"}}
        """);
    Path dump = folder.resolve("dump");

    Outcome outcome = shell.run("run", file.toString(), "--dump", dump.toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    try (Safetensors masks = Safetensors.open(dump.resolve("masks.safetensors"))) {
      assertThat(masks.entries()).containsOnlyKeys("some.0", "channels.0", "all.0");
      assertThat(masks.entries().get("some.0").shape()).isEqualTo(Shape.of(3, 4));
      assertThat(masks.entries().get("channels.0").shape()).isEqualTo(Shape.of(3, 1));
      assertThat(masks.entries().get("all.0").shape()).isEqualTo(Shape.of());
    }
  }

  @Test
  void infiniteOutputsAreWords() throws IOException {
    Path file = folder.resolve("infinite.modescope.json");
    Files.writeString(
        file,
        """
        {"format": "modescope-experiment/1",
         "network": [{"type": "LeakyReLU", "negative_slope": 3e38}],
         "input": {"values": [[-1e30, 1]]}}
        """);

    JsonNode result = json("run", file.toString(), "--json", "-");

    assertThat(result.at("/passes/0/output/values").toString()).isEqualTo("[\"-Infinity\",1.0]");
  }

  @Test
  void csvHasALinePerPass() {
    Outcome outcome = shell.run("run", "preset:batch-of-two", "--passes", "3", "--csv", "-");

    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).startsWith("pass,y0,y1,").endsWith(",y39");
    assertThat(lines.getLast()).startsWith("2,").matches("2(,-?[0-9.E-]+){40}");
  }

  @Test
  void dumpHoldsAllTensors() throws IOException {
    Path dump = folder.resolve("deep/dump");

    Outcome outcome =
        shell.run(
            "run", "preset:simplenet", "--passes=12", "--backward", "--dump", dump.toString());

    assertThat(outcome.exitCode()).isZero();
    assertThat(names(dump, "state_before"))
        .contains("fc1.weight", "bn1.running_mean", "bn1.num_batches_tracked")
        .isEqualTo(names(dump, "state_after"));
    assertThat(names(dump, "input")).containsExactly("x");
    assertThat(names(dump, "outputs")).hasSize(12).contains("y.0", "y.11");
    assertThat(names(dump, "masks")).hasSize(12).contains("dropout.0", "dropout.11");
    assertThat(names(dump, "gradients"))
        .containsExactly(
            "fc1.weight", "fc1.bias", "bn1.weight", "bn1.bias", "fc2.weight", "fc2.bias");
    try (Safetensors after = Safetensors.open(dump.resolve("state_after.safetensors"))) {
      assertThat(after.integer("bn1.num_batches_tracked")).isEqualTo(12);
    }
    try (var files = Files.list(dump)) {
      assertThat(files).hasSize(6);
    }
  }

  /// The text is PyTorch 2.7.1's.
  @ParameterizedTest
  @CsvSource({"U8,16,Byte,uint8", "I64,128,Long,int64", "F64,128,Double,float64"})
  void inputsOfOtherNumbersAreRefusedAsByPyTorch(String type, int bytes, String name, String dtype)
      throws IOException {
    String header =
        "{\"x\":{\"dtype\":\"%s\",\"shape\":[2,8],\"data_offsets\":[0,%s]}}".formatted(type, bytes);
    ByteBuffer tensor =
        ByteBuffer.allocate(8 + header.length() + bytes).order(ByteOrder.LITTLE_ENDIAN);
    tensor.putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    Files.write(folder.resolve("x.safetensors"), tensor.array());
    Path file = folder.resolve("numbers.modescope.json");
    Files.writeString(
        file,
        """
        {"format": "modescope-experiment/1",
         "network": [{"type": "Linear", "name": "fc", "in_features": 8, "out_features": 2}],
         "input": {"safetensors": "x.safetensors", "tensor": "x"}}
        """);

    Outcome outcome = shell.run("run", file.toString());

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertThat(outcome.out() + outcome.err())
        .contains(
            "mat1 and mat2 must have the same dtype, but got %s and Float".formatted(name),
            "numbers of type torch." + dtype);
  }

  @Test
  void sleepingDropoutLeavesNoMask() throws IOException {
    shell.run("run", "preset:simplenet", "--mode=eval", "--dump", folder.toString());

    assertThat(names(folder, "masks")).isEmpty();
    assertThat(folder.resolve("gradients.safetensors")).doesNotExist();
  }

  @Test
  void maskOfRandomizedReluLeavesWhatIsAboveZero() throws IOException {
    Path file = folder.resolve("rrelu.modescope.json");
    Files.writeString(
        file,
        """
        {"format": "modescope-experiment/1",
         "network": [{"type": "RReLU", "name": "rrelu"}],
         "input": {"values": [[2, -2]]}}
        """);

    shell.run("run", file.toString(), "--dump", folder.toString());

    float[] mask = floats("masks", "rrelu.0");
    assertThat(mask[0]).isEqualTo(1);
    assertThat(mask[1]).isBetween(0.125f, 1 / 3f);
    assertThat(floats("outputs", "y.0")).containsExactly(2, -2 * mask[1]);
  }

  @Test
  void interruptedRunWritesThePassesDone() throws IOException {
    Path json = folder.resolve("r.json");

    Outcome outcome =
        Shell.interruptedAfter(5)
            .run(
                "run",
                "preset:simplenet",
                "--passes=1000000",
                "--backward",
                "--json",
                json.toString(),
                "--dump",
                folder.toString());

    JsonNode result = new ObjectMapper().readTree(json.toFile());
    int done = result.at("/summary/passes").asInt();
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(outcome.out())
        .contains(String.format(Locale.ROOT, "stopped after %d passes of 1,000,000", done));
    assertThat(result.get("complete").asBoolean()).isFalse();
    assertThat(done).isPositive().isLessThan(1000);
    assertThat(result.get("passes")).hasSize(done);
    assertThat(names(folder, "outputs")).hasSize(done);
    assertThat(names(folder, "gradients")).hasSize(6);
  }

  @Test
  void reportSaysWhatVaried() {
    Outcome train = shell.run("run", "preset:simplenet");
    Outcome eval = shell.run("run", "preset:simplenet", "--mode=eval");

    assertThat(train.out())
        .contains("10 passes of 32 × 10, mode train, grad", "10 different outputs", "moved in bn1");
    assertThat(eval.out()).contains("identical on every pass, bit for bit", "did not move");
  }

  private JsonNode json(String... arguments) throws IOException {
    Outcome outcome = shell.run(arguments);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    return new ObjectMapper().readTree(outcome.out());
  }

  private float[] floats(String file, String tensor) throws IOException {
    try (Safetensors tensors = Safetensors.open(folder.resolve(file + ".safetensors"))) {
      return tensors.floats(tensor);
    }
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> names(Path dump, String file) throws IOException {
    try (Safetensors tensors = Safetensors.open(dump.resolve(file + ".safetensors"))) {
      return List.copyOf(tensors.entries().keySet());
    }
  }
}
