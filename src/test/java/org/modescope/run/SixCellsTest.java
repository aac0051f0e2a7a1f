package org.modescope.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Comparison;
import org.modescope.measure.Comparison.Apart;
import org.modescope.measure.Comparison.Backward;
import org.modescope.measure.Comparison.Cell;
import org.modescope.measure.Observation.Status;
import org.modescope.preset.Presets;

/// What six cells say of each other.
class SixCellsTest {
  private static final String NOT_RECORDED =
      "element 0 of tensors does not require grad and does not have a grad_fn";

  private final Experiment net = Presets.simpleNet();

  @Test
  void backwardWorksWhereThePassWasRecordedAndElseRaisesInPyTorchsWords() {
    Backward works = new Backward.Works(6, 6);
    Backward raises = new Backward.Raises(NOT_RECORDED);

    assertThat(cells(net))
        .extracting(cell -> cell.backward().orElseThrow())
        .containsExactly(works, raises, raises, works, raises, raises);
  }

  @Test
  void frozenParametersGetNoGradient() {
    Experiment frozen = net.withLayer(0, net.network().getFirst().withRequiresGrad(false));

    assertThat(cells(frozen).getFirst().backward()).contains(new Backward.Works(4, 6));
  }

  @Test
  void cellsOfOneModeGaveTheSameBitsAndThoseOfTheOtherDidNot() {
    List<Cell> cells = cells(net);

    assertThat(cells.subList(0, 3)).extracting(Cell::fingerprint).containsOnly(of(cells, 0));
    assertThat(cells.subList(3, 6)).extracting(Cell::fingerprint).containsOnly(of(cells, 3));
    assertThat(of(cells, 0)).isNotEqualTo(of(cells, 3));
  }

  @Test
  void apartIsMeasuredFromTheFirstAnswerOfTrainWithGrad() {
    List<Cell> cells = cells(net);

    assertThat(cells.get(2).apart())
        .hasValueSatisfying(same -> assertThat(same.largest()).isZero());
    Apart expected = Apart.of(firstAnswer(cells.get(3)), firstAnswer(cells.getFirst()), 32);
    assertThat(expected.largest()).isGreaterThan(expected.mean());
    assertThat(cells.get(3).apart()).contains(expected);
  }

  @Test
  void distancesAreInTheLargestAndTheMeanOfAllOutputs() {
    assertThat(Apart.of(new float[] {1, 5, 3}, new float[] {2, 3, 3}, 3))
        .isEqualTo(new Apart(2, 1, List.of(1.0, 2.0, 0.0)));
    float infinity = Float.POSITIVE_INFINITY;
    assertThat(Apart.of(new float[] {infinity}, new float[] {infinity}, 1).largest()).isZero();
  }

  @Test
  void refusedCellSaysOfBackwardWhatItSaidOfThePass() {
    List<Cell> cells = cells(net.withInput(net.input().withBatchSize(1)));

    assertThat(cells.getFirst().backward().orElseThrow())
        .isInstanceOfSatisfying(
            Backward.Raises.class,
            raised -> assertThat(raised.message()).startsWith("Expected more than 1 value"));
    assertThat(cells.get(3).backward()).contains(new Backward.Works(6, 6));
    assertThat(cells).extracting(Cell::apart).containsOnly(Optional.empty());
  }

  @Test
  void stoppedComparisonKeepsTheCellsThatAreDone() {
    List<Comparison> told = new ArrayList<>();

    Comparison stopped =
        SixCells.compare(net, 3, told::add, () -> told.stream().anyMatch(c -> c.cellsDone() == 2));

    assertThat(stopped.status()).isEqualTo(Status.STOPPED);
    assertThat(stopped.cells()).hasSize(2);
  }

  private static List<Cell> cells(Experiment experiment) {
    return SixCells.compare(experiment, 3, _ -> {}, () -> false).cells();
  }

  private static String of(List<Cell> cells, int index) {
    return cells.get(index).fingerprint();
  }

  private static float[] firstAnswer(Cell cell) {
    return cell.seen().output().orElseThrow().samples().getFirst().values();
  }
}
