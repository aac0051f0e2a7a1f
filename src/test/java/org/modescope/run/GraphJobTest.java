package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.NativeBackend;
import org.modescope.experiment.Experiment;
import org.modescope.files.PresetCatalogue;
import org.modescope.measure.GraphStudy;
import org.modescope.measure.GraphStudy.Seen;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;

/// Looking at the graph of a pass.
class GraphJobTest {
  private final Runner runner = new Runner();
  private final Experiment net = Presets.simpleNet();

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void lookingLeavesBuffersCountersAndDrawsOfTheBenchAlone() {
    Observation undisturbed;
    try (Runner alone = new Runner()) {
      Patience.last(alone, new PassesJob(net, 5));
      undisturbed = Patience.last(alone, new PassesJob(net, 5));
    }
    Patience.last(runner, new PassesJob(net, 5));

    Patience.last(runner, new GraphJob(net));
    Observation next = Patience.last(runner, new PassesJob(net, 5));

    assertThat(next)
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*[nN]anos", ".*heldBytes")
        .isEqualTo(undisturbed);
  }

  @Test
  void windowAndCommandLineSeeTheSameGraph() {
    assertThat(seen(net).graph()).usingRecursiveComparison().isEqualTo(GraphRecording.graph(net));
  }

  @Test
  void lookingGivesAllItsMemoryBack() {
    Patience.last(runner, new GraphJob(net));
    long before = NativeBackend.allocatedBytes();

    Patience.last(runner, new GraphJob(net));

    assertThat(NativeBackend.allocatedBytes()).isEqualTo(before);
  }

  /// The bytes and texts are PyTorch's.
  @Test
  void backwardFreesWhatWasKeptAndLeavesAGradientForEachParameter() {
    Seen seen = seen(net);

    assertThat(seen.graph().extraBytes()).isEqualTo(7840);
    assertThat(seen.backward())
        .hasValueSatisfying(
            backward -> {
              assertThat(backward.left()).isZero();
              assertThat(backward.nodes()).isEqualTo(4);
              assertThat(backward.gradients()).hasSize(6).containsEntry("fc1.weight", 800L);
              assertThat(backward.gradientBytes()).isEqualTo(1124);
              assertThat(backward.second())
                  .startsWith("Trying to backward through the graph a second time");
            });
  }

  @Test
  void withoutRecordingTheOutputIsTheSameAndTheLayersDoWhatTheirModeSays() {
    Seen seen = seen(net.withGradMode(GradMode.NO_GRAD));

    assertThat(seen.graph().isRecorded()).isTrue();
    assertThat(seen.unrecorded().sameOutput()).isTrue();
    assertThat(seen.unrecorded().outputs()).isEqualTo(32);
    assertThat(seen.unrecorded().drew()).containsExactly("dropout");
    assertThat(seen.unrecorded().moved()).containsExactly("bn1");
    assertThat(seen.unrecorded().refusal())
        .isEqualTo("element 0 of tensors does not require grad and does not have a grad_fn");
    assertThat(seen(net.withMode(Mode.EVAL)).unrecorded().moved()).isEmpty();
  }

  @Test
  void aRefusedPassIsToldInPyTorchsWords() {
    Experiment listing = PresetCatalogue.named("simplenet-listing").orElseThrow();

    GraphStudy study = Patience.last(runner, new GraphJob(listing));

    assertThat(study.status()).isEqualTo(Status.REFUSED);
    assertThat(study.refusal())
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal.message())
                    .startsWith("Expected more than 1 value per channel when training"));
  }

  @Test
  void keptValuesAreThoseOfTheNextPass() {
    Seen seen = seen(net);

    var noise =
        seen.graph().nodes().stream()
            .flatMap(node -> node.saved().stream())
            .filter(saved -> saved.name().equals("other"))
            .map(saved -> seen.graph().contents().get(saved.storage()))
            .findFirst()
            .orElseThrow();
    assertThat(noise.count()).isEqualTo(640);
    assertThat(noise.distinct()).isEqualTo(2);
    assertThat(noise.greatest()).isEqualTo(2);
    // torch.manual_seed(42), fc1, bn1, fc2 drawn, then the mask: the bench's first one.
    assertThat(noise.zeros()).isEqualTo(317);
  }

  private Seen seen(Experiment experiment) {
    return Patience.last(runner, new GraphJob(experiment)).seen().orElseThrow();
  }
}
