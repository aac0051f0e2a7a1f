package org.modescope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.MemoryLimit;
import org.modescope.autograd.NativeBackend;

/// What `run` says where it was cut short after its passes, and where memory does not suffice.
class AttributionAndShortageTest {

  @Test
  void runThatIsInterruptedAfterItsLastPassIsComplete() throws IOException {
    Shell.Outcome outcome =
        Shell.interruptedAfter(20).run("run", "preset:variance-shift", "--passes=10", "--json=-");

    JsonNode result = new ObjectMapper().readTree(outcome.out());
    assertThat(result.get("attribution")).isEmpty();
    assertThat(result.findValuesAsText("id")).contains("attribution-left-out");
    assertThat(result.at("/summary/passes").asInt()).isEqualTo(10);
    assertThat(result.get("complete").asBoolean()).isTrue();
  }

  @Test
  void shortageOfNativeMemoryIsToldAsOneAndLeavesNothing() {
    NativeBackend.load();
    long before = NativeBackend.allocatedBytes();
    Shell.Outcome outcome;
    try (MemoryLimit _ = MemoryLimit.of(before + 8000)) {
      outcome = new Shell().run("run", "preset:simplenet");
    }

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.REFUSED);
    assertThat(outcome.err())
        .startsWith("not enough memory: ")
        .contains("off the heap")
        .contains("preset:simplenet")
        .doesNotContain("fault");
    assertThat(outcome.out()).isEmpty();
    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }
}
