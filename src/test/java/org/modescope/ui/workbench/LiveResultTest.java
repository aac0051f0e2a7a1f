package org.modescope.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

class LiveResultTest {
  private final Experiment net = Presets.simpleNet();
  private final ObjectProperty<Experiment> inHand = new SimpleObjectProperty<>(net);
  private final LiveResult<Comparison> result = new LiveResult<>(inHand);

  @Test
  void goesOnFromTheRequestToTheLastThatIsShown() {
    result.started();
    assertThat(result.isRunning()).isTrue();
    assertThat(result.awaitingProperty().get()).isTrue();

    result.receive(comparison(Status.RUNNING));
    assertThat(result.isRunning()).isTrue();
    assertThat(result.awaitingProperty().get()).isTrue();

    result.receive(comparison(Status.FINISHED));
    assertThat(result.isRunning()).isFalse();
    assertThat(result.awaitingProperty().get()).isFalse();
    assertThat(result.newest()).contains(comparison(Status.FINISHED));
  }

  @Test
  void whatIsDoneAtOnceIsAwaitedAndCannotBeStopped() {
    result.asked();

    assertThat(result.isRunning()).isFalse();
    assertThat(result.awaitingProperty().get()).isTrue();
  }

  @Test
  void isStaleWhileAnotherExperimentIsInHand() {
    result.receive(comparison(Status.FINISHED));

    inHand.set(net.withMode(Mode.EVAL));
    assertThat(result.staleProperty().get()).isTrue();
    inHand.set(net.withPasses(99).named("renamed", ""));
    assertThat(result.staleProperty().get()).isFalse();
  }

  @Test
  void clearedResultShowsAndAwaitsNothing() {
    result.receive(comparison(Status.RUNNING));
    inHand.set(net.withMode(Mode.EVAL));

    result.clear();

    assertThat(result.newest()).isEmpty();
    assertThat(result.isRunning()).isFalse();
    assertThat(result.awaitingProperty().get()).isFalse();
    assertThat(result.staleProperty().get()).isFalse();
  }

  @Test
  void closedResultFollowsNoLonger() {
    result.receive(comparison(Status.FINISHED));

    result.close();
    inHand.set(net.withMode(Mode.EVAL));

    assertThat(result.staleProperty().get()).isFalse();
  }

  private Comparison comparison(Status status) {
    return new Comparison(net, status, List.of());
  }
}
