package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own that is asked to end. The JVM takes the road of Ctrl-C, which itself would
/// not do here: builds are often started with it ignored.
class ShutdownInterruptionTest {
  @TempDir private Path folder;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there processes are not asked")
  void resultIsWrittenForThePassesDone() throws IOException, InterruptedException {
    Path json = folder.resolve("result.json");
    Process process = start("run", "preset:simplenet", "--passes=1000000", "--json=" + json);

    assertThat(process.inputReader().readLine()).isEqualTo("listening");
    process.destroy();

    assertThat(process.waitFor()).isEqualTo(ExitCode.DONE);
    JsonNode result = new ObjectMapper().readTree(json.toFile());
    assertThat(result.get("complete").asBoolean()).isFalse();
    assertThat(result.at("/summary/passes").asInt()).isLessThan(1_000_000);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(json);
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(EndedFromOutside.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
