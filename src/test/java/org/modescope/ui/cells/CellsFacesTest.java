package org.modescope.ui.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.SixCells;
import org.modescope.words.Text;

/// What the screen says is what was measured.
class CellsFacesTest {
  private final Experiment net = Presets.simpleNet();
  private final CellsFaces faces = new CellsFaces(Text.english());

  @Test
  void ruleHoldsForANetThatKeepsIt() {
    CellsFace face = face(net, 20);

    CellFace first = face.cells().getFirst();
    assertThat(first.varies().word()).isEqualTo("yes");
    assertThat(first.varies().aside()).isEqualTo("20 of 20 differ");
    assertThat(first.drifts().figure()).isEqualTo("counter +20");
    assertThat(first.holds().aside()).isEqualTo("7,840 B extra");
    assertThat(first.backward().aside()).isEqualTo("all 6 parameters get a gradient");
    assertThat(face.row(Mode.TRAIN))
        .isEqualTo(
            new MarginFace(
                "the mode decides:",
                "varies, drifts",
                "all three columns gave the same 640 numbers, bit for bit"));
    assertThat(face.row(Mode.EVAL).outcome()).isEqualTo("identical, still");
    assertThat(face.column(GradMode.GRAD).outcome()).isEqualTo("holds");
    assertThat(face.column(GradMode.INFERENCE_MODE).outcome()).isEqualTo("holds nothing");
    assertThat(face.reading().headline())
        .isEqualTo("eval() stops the noise, no_grad empties the memory.");
    assertThat(face.reading().detail())
        .contains("moved the running statistics 20 times", "Eval stopped both.", "5,120 B");
    assertThat(face.leftAgree()).isEqualTo("the left halves agree");
  }

  @Test
  void netThatOnlyDriftsIsNotSaidToBeNoisy() {
    CellsFace face = face(net.withNetwork(List.of(net.network().get(0), net.network().get(1))), 5);

    assertThat(face.reading().headline())
        .isEqualTo("eval() stops the drift, no_grad empties the memory.");
  }

  @Test
  void functionalDropoutBreaksTheRuleAndIsNamed() {
    CellsFace face =
        face(
            net.withLayer(2, LayerSpec.of(LayerType.FUNCTIONAL_DROPOUT, "fdrop", Map.of("p", 0.5))),
            5);

    assertThat(face.row(Mode.EVAL).outcome()).isEqualTo("varies, still");
    assertThat(face.row(Mode.EVAL).proof()).startsWith("“fdrop” draws in eval too;");
    assertThat(face.reading().headline()).isEqualTo("eval() does not silence this net.");
  }

  @Test
  void overrideThatKeepsStatisticsMovingIsNamed() {
    CellsFace face =
        face(net.withLayer(1, net.network().get(1).withMode(Optional.of(Mode.TRAIN))), 5);

    assertThat(face.row(Mode.EVAL).outcome()).isEqualTo("identical, drifts");
    assertThat(face.row(Mode.EVAL).proof()).startsWith("“bn1” moves in eval too;");
  }

  @Test
  void netWithoutRandomLayersOrStatisticsSaysThatTheModeChangesNothing() {
    CellsFace face =
        face(net.withNetwork(List.of(net.network().getFirst(), net.network().getLast())), 5);

    assertThat(face.row(Mode.TRAIN).rule()).isEqualTo("in either mode:");
    assertThat(face.cells().getFirst().varies().aside()).isEqualTo("no layer draws here");
    assertThat(face.cells().getFirst().drifts().figure()).isEqualTo("none");
    assertThat(face.reading().headline()).isEqualTo("Only the grad mode changes anything here.");
  }

  @Test
  void frozenNetHoldsNothingInAnyColumn() {
    Experiment frozen =
        net.withNetwork(
            net.network().stream().map(layer -> layer.withRequiresGrad(false)).toList());
    CellsFace face = face(frozen, 5);

    assertThat(face.column(GradMode.GRAD).rule()).isEqualTo("in every column:");
    assertThat(face.reading().detail()).contains("nothing here requires a gradient");
  }

  @Test
  void refusedCellsAreToldInPyTorchsWords() {
    CellsFace face = face(net.withInput(net.input().withBatchSize(1)), 5);

    assertThat(face.cells().getFirst().refusal())
        .startsWith("ValueError: Expected more than 1 value per channel when training");
    assertThat(face.cells().get(3).refusal()).isEmpty();
    assertThat(face.row(Mode.TRAIN).proof()).isEqualTo("“bn1” refuses this input");
    assertThat(face.reading().error()).startsWith("ValueError: Expected more than 1 value");
  }

  @Test
  void overrideThatHoldsALayerInEvalIsNamedBesideTrain() {
    CellsFace face =
        face(net.withLayer(1, net.network().get(1).withMode(Optional.of(Mode.EVAL))), 5);

    assertThat(face.row(Mode.TRAIN).outcome()).isEqualTo("varies, still");
    assertThat(face.row(Mode.TRAIN).proof()).startsWith("“bn1” is held in eval;");
    assertThat(face.row(Mode.EVAL).proof()).doesNotContain("held");
  }

  @Test
  void whatBothModesRefuseIsDecidedByNoModeAndMeasuredInNoColumn() {
    LayerSpec misfit =
        LayerSpec.of(LayerType.LINEAR, "fc2", Map.of("in_features", 33, "out_features", 1));
    CellsFace face = face(net.withLayer(3, misfit), 5);

    assertThat(face.row(Mode.TRAIN).rule()).isEqualTo("in either mode:");
    assertThat(face.row(Mode.EVAL).rule()).isEqualTo("in either mode:");
    assertThat(face.column(GradMode.GRAD))
        .isEqualTo(new MarginFace("", "every pass was refused", ""));
    assertThat(face.reading().trials()).hasSize(1);
  }

  @Test
  void emptyScreenSaysWhyItIsEmpty() {
    CellsFace face = faces.before(net, false);

    assertThat(face.cells()).hasSize(6).allMatch(cell -> cell.varies().word().equals("?"));
    assertThat(face.reading().headline()).isEqualTo("Nothing has run here yet.");
  }

  @Test
  void onePassDoesNotClaimThatAnswersAgree() {
    CellsFace face = face(net.withPasses(1), 1);

    assertThat(face.cells().getFirst().varies().word()).isEqualTo("?");
    assertThat(face.row(Mode.TRAIN).outcome()).isEqualTo("drifts");
    assertThat(face.reading().detail()).startsWith("One pass cannot tell whether answers vary");
    assertThat(face.reading().trials().getFirst().text()).isEqualTo("20 passes in each cell");
  }

  @Test
  void whatIsNotDrawnIsSaid() {
    assertThat(face(net, 2).reading().drawn())
        .isEqualTo("drawn: 16 of 32 outputs and running means of “bn1”");
  }

  private CellsFace face(Experiment experiment, int passes) {
    return faces.of(SixCells.compare(experiment, passes, _ -> {}, () -> false), experiment, false);
  }
}
