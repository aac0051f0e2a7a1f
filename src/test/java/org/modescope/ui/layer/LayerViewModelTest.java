package org.modescope.ui.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Tracing;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.TraceRun;
import org.modescope.ui.Desks;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.workbench.Workbench;

/// What the screen says of a layer is what was measured.
class LayerViewModelTest {
  private final FakeRunner runner = new FakeRunner();
  private final Workbench workbench = new Workbench(runner, Presets.simpleNet());
  private final Desk desk = Desks.of(workbench);
  private final LayerViewModel model = new LayerViewModel(desk);

  @Test
  void asksForTheLayerWhoseModeMattersMostAndOnlyOnce() {
    assertThat(model.layerProperty().get()).isEqualTo("bn1");
    assertThat(runner.asked()).containsExactly("trace bn1 1");
  }

  @Test
  void asksAgainForAnotherLayerAnotherPassAndAnotherExperiment() {
    model.layerProperty().set("dropout");
    model.stepPass(1);
    workbench.edit(now -> now.withMode(Mode.EVAL));

    assertThat(runner.asked())
        .containsExactly("trace bn1 1", "trace dropout 1", "trace dropout 2", "trace dropout 2");
  }

  @Test
  void whoComesForALayerFindsItEachTime() {
    desk.navigation().goTo(ScreenId.LAYER, "fc2");
    assertThat(model.layerProperty().get()).isEqualTo("fc2");

    model.layerProperty().set("dropout");
    desk.navigation().goTo(ScreenId.GRAPH, "fc1");
    assertThat(model.layerProperty().get()).isEqualTo("dropout");
    desk.navigation().goTo(ScreenId.LAYER, "fc2");

    assertThat(model.layerProperty().get()).isEqualTo("fc2");
  }

  @Test
  void passStaysWithinThoseOfTheExperiment() {
    model.stepPass(-1);
    model.stepPass(100);

    assertThat(model.passProperty().get()).isEqualTo(10);
  }

  @Test
  void layerThatIsGoneIsNotAskedForAnyMore() {
    workbench.edit(now -> now.withNetwork(now.network().subList(0, 1)));

    assertThat(model.layerProperty().get()).isEqualTo("fc1");
    assertThat(runner.asked()).last().isEqualTo("trace fc1 1");
  }

  @Test
  void passThatWasStoppedCanBeMadeAfterAll() {
    assertThat(model.status().progress().getValue()).isEqualTo("the pass is being made");
    model.receive(Tracing.without(workbench.experiment(), "bn1", 4, Status.STOPPED, 2));
    assertThat(model.status().progress().getValue()).isEqualTo("no pass to look into");

    LayerFace face = model.faceProperty().get();
    assertThat(face.reading().headline()).isEqualTo("The pass was stopped.");
    assertThat(face.reading().detail()).startsWith("2 passes before it had been made.");

    face.reading().trials().getFirst().action().accept(model);

    assertThat(runner.asked()).containsExactly("trace bn1 1", "trace bn1 1");
  }

  @Test
  void whatWasSeenStaysWhileAnotherPassIsMadeAndTheShareOfItGrows() {
    receive(workbench.experiment(), "bn1", 1);
    var before = model.faceProperty().get().trace();
    model.stepPass(1);
    assertThat(model.shareProperty().get()).isNegative();

    model.receive(
        Tracing.without(workbench.experiment(), "bn1", 2, Status.RUNNING, 1).withLayersDone(2));

    assertThat(model.shareProperty().get()).isEqualTo(0.75);
    assertThat(before).isPresent();
    assertThat(model.faceProperty().get().trace()).isEqualTo(before);
    assertThat(model.runningProperty().get()).isTrue();
  }

  @Test
  void trainNormalisesByTheBatchAndThenMovesTheBuffers() {
    receive(workbench.experiment(), "bn1", 4);

    LayerFace face = model.faceProperty().get();
    assertThat(face.stages())
        .containsExactly(
            "batch values",
            "mean, variance",
            "normalise",
            "affine",
            "UPDATE BUFFERS",
            "kept for backward");
    assertThat(face.stage()).as("where buffers move").isEqualTo(4);
    assertThat(model.status().progress().getValue()).isEqualTo("pass 4, stage 5 of 6");
    assertThat(face.reading().headline())
        .isEqualTo("“bn1” normalised with this batch, and only then took note of it.");
    assertThat(face.reading().detail()).contains("by 10\u00a0% of what was left");
    assertThat(face.norm().orElseThrow().tracks().orElseThrow().counter())
        .isEqualTo("num_batches_tracked 3 → 4");
  }

  @Test
  void formulaComesToTheOutputOfTheNumberThatIsPointedAt() {
    receive(workbench.experiment(), "bn1", 4);
    LayerTrace trace = model.faceProperty().get().trace().orElseThrow();

    model.pointAt(3 * 20 + 15);

    LayerFace face = model.faceProperty().get();
    assertThat(face.words().middle().context()).contains("channel 15", "row 3");
    String expected =
        new Figures(org.modescope.words.Text.english())
            .exact(trace.values(LayerTrace.OUTPUT)[3 * 20 + 15]);
    assertThat(text(face.formulas().getFirst())).endsWith(" = " + expected);
    String other =
        new Figures(org.modescope.words.Text.english())
            .exact(trace.values(LayerTrace.OTHER_MODE)[3 * 20 + 15]);
    assertThat(face.formulas().get(1).name()).isEqualTo("eval");
    assertThat(text(face.formulas().get(1))).endsWith(" = " + other);
    assertThat(text(face.formulas().get(2))).startsWith("running_mean ← 0.9 · ");
  }

  @Test
  void evalMovesNothingAndSaysWhatTrainWouldAsk() {
    Experiment eval = workbench.experiment().withMode(Mode.EVAL);
    workbench.edit(eval);
    receive(eval, "bn1", 1);

    LayerFace face = model.faceProperty().get();
    assertThat(face.stages()).contains("running statistics", "buffers stay");
    assertThat(face.words().middle().headline()).isEqualTo("still");
    assertThat(face.reading().detail()).contains("In train it would have asked this batch");
  }

  @Test
  void momentumNoneMovesByOneOverTheCount() {
    Experiment average =
        workbench
            .experiment()
            .withLayer(1, workbench.experiment().network().get(1).with("momentum", null));
    workbench.edit(average);
    receive(average, "bn1", 4);

    assertThat(model.faceProperty().get().formulas().get(2).aside()).isEqualTo("momentum 0.25");
  }

  @Test
  void dropoutIsTimesMaskAndKeepsTheMean() {
    model.layerProperty().set("dropout");
    receive(workbench.experiment(), "dropout", 4);

    LayerFace face = model.faceProperty().get();
    assertThat(face.stages()).containsExactly("draw", "zero", "double", "keep");
    assertThat(face.words().middle().headline()).endsWith(" × 0");
    assertThat(face.words().first().headline()).isEqualTo("mean kept");
    assertThat(face.words().second().headline()).isEqualTo("Var = x²");
    assertThat(face.reading().headline()).startsWith("This pass zeroed ").endsWith(" by 2.");
    assertThat(face.reading().detail()).contains("2,560 B");
    assertThat(text(face.formulas().getLast())).startsWith("y = x: the same tensor");
  }

  @Test
  void dropoutAsleepSaysSoAndWhyNothingVaries() {
    Experiment eval = workbench.experiment().withMode(Mode.EVAL).withGradMode(GradMode.NO_GRAD);
    workbench.edit(eval);
    model.layerProperty().set("dropout");
    receive(eval, "dropout", 1);

    LayerFace face = model.faceProperty().get();
    assertThat(face.reading().headline()).isEqualTo("“dropout” is asleep and passes its input on.");
    assertThat(face.reading().detail())
        .contains("no_grad records nothing, so nothing is kept for backward.");
    assertThat(face.words().first().emptyReason()).startsWith("nothing varies");
  }

  @Test
  void functionalDropoutDrawsInEvalToo() {
    Experiment functional =
        workbench
            .experiment()
            .withLayer(2, LayerSpec.of(LayerType.FUNCTIONAL_DROPOUT, "f", Map.of("p", 0.5)))
            .withMode(Mode.EVAL);
    workbench.edit(functional);
    model.layerProperty().set("f");
    receive(functional, "f", 1);

    assertThat(model.faceProperty().get().reading().detail())
        .contains("The net is in eval mode; F.dropout does not ask.");
  }

  @Test
  void linearWritesItsProductsOut() {
    model.layerProperty().set("fc1");
    receive(workbench.experiment(), "fc1", 1);

    LayerFace face = model.faceProperty().get();
    assertThat(face.reading().headline()).contains("10 products");
    assertThat(text(face.formulas().getFirst())).contains("6 more");
  }

  @Test
  void refusalIsToldInPyTorchsWords() {
    Experiment single =
        workbench.experiment().withInput(workbench.experiment().input().withBatchSize(1));
    workbench.edit(single);
    receive(single, "bn1", 1);

    LayerFace face = model.faceProperty().get();
    assertThat(face.trace()).isEmpty();
    assertThat(face.reading().error())
        .startsWith("ValueError: Expected more than 1 value per channel");
    assertThat(face.words().input().emptyReason()).contains("“bn1” refused");
  }

  @Test
  void emptyScreenSaysWhatItWaitsForAndWhatEndedIt() {
    assertThat(model.faceProperty().get().words().input().emptyReason())
        .isEqualTo("the pass is being made");

    model.receive(Tracing.without(workbench.experiment(), "bn1", 1, Status.FAILED, 0));

    LayerFace face = model.faceProperty().get();
    assertThat(face.words().input().emptyReason()).isEqualTo("no numbers: the program gave up");
    assertThat(face.reading().detail()).startsWith("The log says why");
  }

  @Test
  void waysOutOfARefusalAreOffered() {
    Experiment single =
        workbench.experiment().withInput(workbench.experiment().input().withBatchSize(1));
    workbench.edit(single);
    receive(single, "bn1", 1);

    var trials = model.faceProperty().get().reading().trials();
    trials.getFirst().action().accept(model);

    assertThat(trials.getFirst().text()).isEqualTo("Use a batch of 32");
    assertThat(workbench.experiment().input().shape().size(0)).isEqualTo(32);
    assertThat(runner.asked()).last().isEqualTo("trace bn1 1");
  }

  @Test
  void whyNothingIsKeptIsSaid() {
    receive(workbench.experiment().withGradMode(GradMode.NO_GRAD), "bn1", 1);
    assertThat(model.faceProperty().get().reading().detail())
        .endsWith("no_grad records nothing, so nothing is kept for backward.");

    receive(frozen(workbench.experiment()), "bn1", 1);
    assertThat(model.faceProperty().get().reading().detail())
        .endsWith(
            "Nothing is kept for backward: no parameter of “bn1” or of a layer before it asks for"
                + " a gradient.");
    assertThat(model.faceProperty().get().norm().orElseThrow().kept().note())
        .contains("asks for a gradient");
  }

  @Test
  void frozenLayerBehindOneThatLearnsKeepsWhatBackwardNeeds() {
    Experiment net = workbench.experiment();
    receive(net.withLayer(1, net.network().get(1).withRequiresGrad(false)), "bn1", 1);

    assertThat(model.faceProperty().get().reading().detail()).doesNotContain("Nothing is kept");
  }

  private static Experiment frozen(Experiment experiment) {
    return experiment.withNetwork(
        experiment.network().stream().map(layer -> layer.withRequiresGrad(false)).toList());
  }

  @Test
  void arrowsStepThroughChannelsOfABatchNormAndRowsOfOthers() {
    receive(workbench.experiment(), "bn1", 1);
    model.pointAt(3 * 20 + 15);
    model.stepCell(1);
    assertThat(model.faceProperty().get().cell()).isEqualTo(3 * 20 + 16);

    model.layerProperty().set("fc1");
    receive(workbench.experiment(), "fc1", 1);
    model.pointAt(5);
    model.stepCell(1);
    assertThat(model.faceProperty().get().cell()).isEqualTo(25);
  }

  private void receive(Experiment experiment, String layer, int pass) {
    Tracing tracing = new TraceRun(experiment, layer, pass, 200).go(_ -> {}, () -> false);
    model.receive(tracing);
  }

  private static String text(FormulaLine line) {
    return line.parts().stream().map(FormulaLine.Part::text).collect(Collectors.joining());
  }

  @Test
  void everyLayerOfResNetCanBeLookedInto() {
    Experiment net = org.modescope.files.PresetCatalogue.named("transfer-resnet18").orElseThrow();
    workbench.edit(net);

    List<String> paths = model.layersProperty().stream().map(each -> each.path()).toList();

    assertThat(paths).contains("layer1.0.bn1", "layer2.0.downsample.0", "layer1.0", "fc");
  }
}
