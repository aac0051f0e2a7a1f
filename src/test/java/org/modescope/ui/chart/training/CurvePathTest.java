package org.modescope.ui.chart.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.NumberAxis;
import org.junit.jupiter.api.Test;
import org.modescope.ui.chart.ChartAxes;
import org.modescope.ui.chart.Scale;

class CurvePathTest {
  private static final int STEPS = 1_000_000;
  private static final int SPIKE = 765_432;

  @Test
  void millionStepsAreThinnedAndTheirExtremesStay() {
    Path2D path =
        path(new Curve(Look.STEP, STEPS, i -> (double) i / STEPS, i -> i == SPIKE ? 0.9 : 0.1));

    assertThat(points(path)).isLessThan(2_000);
    assertThat(path.getBounds2D().getMinY()).isCloseTo(100 - 90, within(0.5));
  }

  @Test
  void fewPointsAreAllDrawn() {
    assertThat(points(path(new Curve(Look.EVAL, 10, i -> i / 10.0, i -> 0.5)))).isEqualTo(10);
  }

  @Test
  void lineHasAGapWhereThereIsNoNumber() {
    Path2D path = path(new Curve(Look.EVAL, 5, i -> i / 5.0, i -> i == 2 ? Double.NaN : 0.5));

    assertThat(points(path)).isEqualTo(4);
    assertThat(starts(path)).isEqualTo(2);
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  private static Path2D path(Curve curve) {
    NumberAxis x = ChartAxes.hidden(0, 1);
    NumberAxis y = ChartAxes.hidden(0, 1);
    return new CurvePath(curve, new Scale(new Rectangle2D.Double(0, 0, 400, 100), x, y)).path();
  }

  private static int points(Path2D path) {
    int points = 0;
    for (PathIterator each = path.getPathIterator(null); !each.isDone(); each.next()) {
      points++;
    }
    return points;
  }

  private static int starts(Path2D path) {
    int starts = 0;
    for (PathIterator each = path.getPathIterator(null); !each.isDone(); each.next()) {
      starts += each.currentSegment(new double[6]) == PathIterator.SEG_MOVETO ? 1 : 0;
    }
    return starts;
  }
}
