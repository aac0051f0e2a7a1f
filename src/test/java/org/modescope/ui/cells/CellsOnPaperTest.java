package org.modescope.ui.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.run.SixCells;
import org.modescope.words.Text;

/// The cells as a drawing that leaves the window.
class CellsOnPaperTest {
  private final Experiment net = Presets.simpleNet().withPasses(10);
  private final CellsOnPaper paper = new CellsOnPaper(Text.english());

  @Test
  void allSixSayWhatTheWindowSays() {
    String svg = paper.all(face(net), List.of("Dots: answers."));

    assertThat(svg)
        .startsWith("<svg")
        .contains(">Six cells</text>", ">Dots: answers.</text>")
        .contains(">net.train() · enable_grad()</text>", ">net.eval() · inference_mode()</text>")
        .contains(">sd 0.69</text>", ">7.7 KiB</text>", ">holds nothing</text>", ">raises</text>");
    assertThat(svg.split(">identical</text>", -1)).hasSize(1 + 3);
    assertThat(svg.split("<circle", -1)).hasSizeGreaterThan(3 * 16 * 10);
  }

  @Test
  void oneStandsAlone() {
    String svg = paper.alone(face(net), new Place(Mode.EVAL, GradMode.NO_GRAD), List.of());

    assertThat(svg)
        .contains(">identical</text>", ">0 B</text>", ">raises</text>")
        .doesNotContain("net.train()");
  }

  @Test
  void refusedCellIsDrawnWithPyTorchsWords() {
    Experiment alone = net.withInput(net.input().withBatchSize(1));

    assertThat(paper.alone(face(alone), new Place(Mode.TRAIN, GradMode.GRAD), List.of()))
        .contains("ValueError: Expected more than 1 value per channel");
  }

  private static CellsFace face(Experiment experiment) {
    return new CellsFaces(Text.english())
        .of(SixCells.compare(experiment, 10, _ -> {}, () -> false), experiment, false);
  }
}
