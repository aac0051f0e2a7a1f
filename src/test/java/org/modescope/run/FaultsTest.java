package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.measure.Fault;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.preset.Presets;
import org.modescope.words.Reading;
import org.modescope.words.Text;

class FaultsTest {
  private final Logger logger = Logger.getLogger(Faults.class.getName());
  private final Records records = new Records();

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(records);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(records);
    logger.setUseParentHandlers(true);
  }

  @Test
  void faultOfOursIsLoggedWithItsTrace() {
    StackOverflowError fault = new StackOverflowError();

    Observation seen = Faults.observed(Presets.simpleNet(), 10, Faults.of(fault));

    assertThat(seen.progress().status()).isEqualTo(Status.FAILED);
    assertThat(Reading.of(seen, Text.english()).headline()).isEqualTo("ModeScope made a mistake.");
    assertThat(records.thrown).containsExactly(fault);
  }

  @Test
  void netThatIsTooLargeIsNoFaultOfOurs() {
    Observation seen =
        Faults.observed(Presets.simpleNet(), 10, Faults.of(new OutOfMemoryError("heap")));

    assertThat(Reading.of(seen, Text.english()).headline())
        .isEqualTo("This net does not fit into memory.");
    assertThat(records.thrown).isEmpty();
  }

  @Test
  void passThatWouldNotFitIsAShortageAndOtherValuesAreNot() {
    Experiment net = Presets.simpleNet();
    LayerSpec wide =
        LayerSpec.of(
            LayerType.LINEAR, "wide", Map.of("in_features", 10, "out_features", 1_000_000));
    Experiment large = net.withNetwork(List.of(wide)).withInput(net.input().withBatchSize(4096));

    Throwable tooLarge = catchThrowable(() -> LiveNet.fresh(large));

    assertThat(Faults.observed(large, 1, Faults.of(tooLarge)).fault().orElseThrow().kind())
        .isEqualTo(Fault.Kind.SHORTAGE);
    InvalidValueException other = new InvalidValueException("training", "", "there is none");
    assertThat(Faults.observed(net, 1, Faults.of(other)).fault().orElseThrow())
        .isEqualTo(new Fault(Fault.Kind.INVALID_VALUE, "InvalidValueException", "there is none"));
  }

  private static final class Records extends Handler {
    private final List<Throwable> thrown = new ArrayList<>();

    @Override
    public void publish(LogRecord logged) {
      thrown.add(logged.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
