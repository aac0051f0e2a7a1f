package org.modescope.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ShapeCheck;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.TraceRun;

class RemedyTest {
  private final Experiment net = Presets.simpleNet();

  @Test
  void remedyEditsTheNetInHandAndNothingElse() {
    Experiment refused = net.withLayer(3, layer("fc2").with("in_features", 7));
    Remedy remedy = Remedies.of("fc2", refused).getFirst();
    List<LayerSpec> layers = new ArrayList<>(refused.network());
    layers.set(2, layer("dropout").with("p", 0.123));
    layers.add(LayerSpec.of(LayerType.RELU, "relu", Map.of()));
    Experiment inHand = refused.withNetwork(layers).named("mine", "");

    Experiment mended = remedy.apply(inHand);

    assertThat(mended.network().get(3).integer("in_features")).isEqualTo(20);
    assertThat(mended).isEqualTo(inHand.withLayer(3, layer("fc2").with("in_features", 20)));
  }

  @Test
  void remedyForALayerThatIsGoneChangesNothing() {
    List<LayerSpec> without = new ArrayList<>(net.network());
    without.removeLast();
    Experiment inHand = net.withNetwork(without);
    Experiment other = net.withLayer(3, LayerSpec.of(LayerType.RELU, "fc2", Map.of()));

    Remedy fit = new Remedy.FitLayer("fc2", Map.of("in_features", 9));

    assertThat(fit.apply(inHand)).isEqualTo(inHand);
    assertThat(fit.apply(other)).isEqualTo(other);
    assertThat(new Remedy.InsertFlatten("fc2", 3).apply(inHand)).isEqualTo(inHand);
    assertThat(new Remedy.LayerToEval("fc2").apply(inHand)).isEqualTo(inHand);
  }

  @Test
  void imageIntoALinearIsFlattened() {
    Experiment images =
        net.withNetwork(
                List.of(
                    LayerSpec.of(LayerType.IDENTITY, "flatten", Map.of()),
                    LayerSpec.of(
                        LayerType.LINEAR, "fc", Map.of("in_features", 48, "out_features", 2))))
            .withInput(new InputSpec.Drawn(Shape.of(4, 3, 8, 8), Distribution.NORMAL, 1));

    List<Remedy> remedies = Remedies.of("fc", images);

    assertThat(remedies)
        .containsExactly(
            new Remedy.InsertFlatten("fc", 192),
            new Remedy.FitLayer("fc", Map.of("in_features", 8)));
    Experiment mended = remedies.getFirst().apply(images);
    assertThat(mended.network())
        .extracting(LayerSpec::name)
        .containsExactly("flatten", "flatten2", "fc");
    assertThat(ShapeCheck.of(mended).misfit()).isEmpty();
    assertThat(ShapeCheck.of(mended).outputs().getLast()).isEqualTo(Shape.of(4, 2));
  }

  @Test
  void batchOfOneHasThreeWaysOut() {
    Experiment one = net.withInput(net.input().withBatchSize(1));

    assertThat(Remedies.of("bn1", one))
        .containsExactly(
            new Remedy.LargerBatch(32), new Remedy.LayerToEval("bn1"), new Remedy.NetToEval());
    assertThat(Remedies.of("bn1", one.withMode(Mode.EVAL))).doesNotContain(new Remedy.NetToEval());
  }

  private LayerSpec layer(String name) {
    return net.network().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void batchNormInsideContainersIsHelpedWhereItIs() {
    LayerSpec norm = LayerSpec.of(LayerType.BATCH_NORM_1D, "bn1", Map.of("num_features", 10));
    LayerSpec inner = LayerSpec.of(LayerType.SEQUENTIAL, "0", Map.of("layers", List.of(norm)));
    LayerSpec block = LayerSpec.of(LayerType.RESIDUAL, "block", Map.of("body", List.of(inner)));
    Experiment one =
        Presets.simpleNet()
            .withNetwork(List.of(block))
            .withInput(Presets.simpleNet().input().withBatchSize(1));

    List<Remedy> remedies = Remedies.of("block.0.bn1", one);

    assertThat(remedies)
        .containsExactly(
            new Remedy.LargerBatch(32),
            new Remedy.LayerToEval("block.0.bn1"),
            new Remedy.NetToEval());
    assertThat(remedies)
        .allSatisfy(
            remedy ->
                assertThat(
                        new TraceRun(remedy.apply(one), "block.0.bn1", 1, 0)
                            .go(_ -> {}, () -> false)
                            .refusal())
                    .as("%s", remedy)
                    .isEmpty());
  }

  @Test
  void layerInsideAContainerIsFittedWhereItIs() {
    LayerSpec linear =
        LayerSpec.of(LayerType.LINEAR, "fc", Map.of("in_features", 7, "out_features", 3));
    LayerSpec block =
        LayerSpec.of(LayerType.SEQUENTIAL, "block", Map.of("layers", List.of(linear)));
    Experiment unfit = Presets.simpleNet().withNetwork(List.of(block));

    List<Remedy> remedies = Remedies.of("block.fc", unfit);

    assertThat(remedies)
        .containsExactly(new Remedy.FitLayer("block.fc", Map.of("in_features", 10)));
    assertThat(ShapeCheck.of(remedies.getFirst().apply(unfit)).misfit()).isEmpty();
  }
}
