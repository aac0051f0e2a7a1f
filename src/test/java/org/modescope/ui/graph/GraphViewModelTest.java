package org.modescope.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.files.PresetCatalogue;
import org.modescope.files.graph.GraphColumn;
import org.modescope.files.graph.GraphLook.Moment;
import org.modescope.files.graph.Spot;
import org.modescope.measure.AutogradGraph.Counting;
import org.modescope.measure.Fault;
import org.modescope.measure.GraphStudy;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.GraphJob;
import org.modescope.run.Lane;
import org.modescope.run.Runner;
import org.modescope.ui.Desks;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

class GraphViewModelTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final FakeRunner runner = new FakeRunner();
  private final Workbench workbench = new Workbench(runner, Presets.simpleNet());
  private final Desk desk = Desks.of(workbench);
  private final GraphViewModel model = new GraphViewModel(desk);

  @Test
  void asksForThePassAtOnceAndAgainWhenTheExperimentChanges() {
    workbench.edit(now -> now.withMode(Mode.EVAL));

    assertThat(runner.asked()).containsExactly("graph", "graph");
  }

  @Test
  void aMaskIsShownFirst() {
    model.receive(study(Presets.simpleNet()));

    assertThat(face().side().title()).isEqualTo("dropout · the noise");
    assertThat(face().headline()).isEqualTo("7.7 KiB");
    assertThat(face().reading().headline()).startsWith("3 layers keep");
  }

  @Test
  void whoComesForALayerSeesWhatItKept() {
    desk.navigation().goTo(ScreenId.GRAPH, "bn1");
    model.receive(study(Presets.simpleNet()));
    assertThat(face().side().title()).startsWith("bn1");

    desk.navigation().goTo(ScreenId.GRAPH, "fc2");
    assertThat(face().side().title()).startsWith("fc2");

    desk.navigation().goTo(ScreenId.GRAPH, "fc1");
    assertThat(model.chosenProperty().get()).get().isInstanceOf(Spot.Operation.class);
  }

  @Test
  void blockIsOpenedForWhoComesForALayerInIt() {
    InputSpec small = new InputSpec.Values(Shape.of(2, 3, 32, 32), new float[2 * 3 * 32 * 32]);
    Experiment resNet = PresetCatalogue.named("transfer-resnet18").orElseThrow().withInput(small);
    Experiment learning =
        resNet.withNetwork(
            resNet.network().stream().map(layer -> layer.withRequiresGrad(true)).toList());
    workbench.edit(_ -> learning);

    desk.navigation().goTo(ScreenId.GRAPH, "layer1.0.bn1");
    model.receive(study(learning));

    assertThat(face().drawn().orElseThrow().plan().columns())
        .extracting(GraphColumn::path)
        .contains("layer1.0.bn1");
  }

  @Test
  void countingDecidesTheHeadline() {
    model.receive(study(Presets.simpleNet()));

    model.countingProperty().set(Counting.PACKED);

    assertThat(face().headline()).isEqualTo("9.2 KiB");
  }

  @Test
  void afterBackwardNothingIsHeldAndTheSecondOneIsQuoted() {
    model.receive(study(Presets.simpleNet()));

    model.momentProperty().set(Moment.AFTER_BACKWARD);

    assertThat(face().headline()).isEqualTo("0 B");
    assertThat(face().side().parts())
        .anyMatch(part -> part.verbatim().startsWith("RuntimeError: Trying to backward"));
  }

  @Test
  void theBenchsGradModeIsLookedAtFirst() {
    Experiment unrecorded = Presets.simpleNet().withGradMode(GradMode.INFERENCE_MODE);
    workbench.edit(_ -> unrecorded);
    model.receive(study(unrecorded));

    assertThat(model.momentProperty().get()).isEqualTo(Moment.UNRECORDED);
    assertThat(face().empty())
        .hasValueSatisfying(why -> assertThat(why.text()).contains("inference_mode"));
    assertThat(face().reading().detail()).contains("dropout").contains("bn1");
  }

  @Test
  void aFrozenNetSaysWhyThereIsNoGraph() {
    Experiment frozen =
        Presets.simpleNet()
            .withNetwork(
                Presets.simpleNet().network().stream()
                    .map(layer -> layer.withRequiresGrad(false))
                    .toList());
    workbench.edit(_ -> frozen);
    model.receive(study(frozen));

    assertThat(face().empty())
        .hasValueSatisfying(why -> assertThat(why.text()).contains("requires a gradient"));
  }

  @Test
  void aRefusalIsQuoted() {
    Experiment listing = PresetCatalogue.named("simplenet-listing").orElseThrow();
    workbench.edit(_ -> listing);
    model.receive(study(listing));

    assertThat(face().empty())
        .hasValueSatisfying(why -> assertThat(why.code()).startsWith("ValueError: Expected more"));
  }

  @Test
  void anEmptyScreenSaysThatThePassIsOnItsWay() {
    assertThat(face().empty())
        .hasValueSatisfying(
            why -> assertThat(why.title()).isEqualTo("The pass is being recorded …"));
  }

  @Test
  void whatWasGivenUpSaysWhyInTheWindowsLanguage() {
    Fault fault = new Fault(Fault.Kind.SHORTAGE, "TooLargeException", "2 GiB are not there");

    model.receive(new GraphJob(workbench.experiment()).failed(fault));

    assertThat(face().empty())
        .hasValueSatisfying(
            why -> {
              assertThat(why.title()).isEqualTo("The pass could not be made.");
              assertThat(why.text()).startsWith("It needs more memory than there is.");
              assertThat(why.code()).isEqualTo("2 GiB are not there");
            });
  }

  @Test
  void aPressOnAHeadClosesALayerAndOnAChipShowsIt() {
    model.receive(study(Presets.simpleNet()));

    model.press(new Spot.Column("bn1"));
    model.press(new Spot.Stored(1));

    assertThat(forms()).contains("bn1 OPEN");
    model.press(new Spot.Column("fc1"));
    assertThat(forms()).contains("fc1 CLOSED");
    assertThat(face().side().title()).isEqualTo("bn1 · from fc1");
  }

  @Test
  void blocksOfADeepNetAreClosedUntilAskedFor() {
    Experiment deep = PresetCatalogue.named("transfer-resnet18").orElseThrow();
    workbench.edit(_ -> deep);
    model.receive(study(deep));
    assertThat(forms()).contains("layer1 BLOCK");

    model.reveal("layer1.0.conv1");

    assertThat(forms()).contains("layer1.0.conv1 CLOSED", "layer1.1 BLOCK");
  }

  @Test
  void theTableHasARowForEachKeptTensorAndForEachNodeWithoutOne() {
    model.receive(study(Presets.simpleNet()));

    assertThat(model.numbers(Text.english()).rows()).hasSize(18);
    assertThat(model.numbers(Text.english()).csv()).contains("AccumulateGrad");
  }

  private GraphFace face() {
    return model.faceProperty().get();
  }

  private List<String> forms() {
    return face().drawn().orElseThrow().plan().columns().stream()
        .map((GraphColumn column) -> column.path() + " " + column.form())
        .toList();
  }

  /// What a real runner shows.
  private static GraphStudy study(Experiment experiment) {
    try (Runner real = new Runner()) {
      real.submit(new GraphJob(experiment));
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (System.nanoTime() < deadline) {
        Optional<GraphStudy> seen = real.mailbox(Lane.GRAPH).take();
        if (seen.isPresent()) {
          return seen.get();
        }
        Thread.onSpinWait();
      }
      throw new AssertionError("nothing was recorded");
    }
  }
}
