package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modescope.cli.Shell.Outcome;

class RunCommandTest {
  private final Shell shell = new Shell();

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
  void refusalGivesPyTorchsTextFirstAndWritesNothing(@TempDir Path folder) {
    Outcome outcome =
        shell.run("run", "preset:simplenet-listing", "--json", folder.resolve("r.json").toString());

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err().lines().findFirst())
        .contains(
            "Expected more than 1 value per channel when training, got input size torch.Size([1,"
                + " 20])");
    assertThat(outcome.err()).contains("bn1 (/network/1)");
    assertThat(outcome.out()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  private JsonNode json(String... arguments) throws IOException {
    Outcome outcome = shell.run(arguments);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    return new ObjectMapper().readTree(outcome.out());
  }
}
