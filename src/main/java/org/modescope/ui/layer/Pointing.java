package org.modescope.ui.layer;

import java.util.Optional;
import org.modescope.autograd.Grid;
import org.modescope.autograd.Shape;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Windows;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.LayerTrace.Stage;

/// Which number of the output is looked at.
final class Pointing {
  private Pointing() {}

  /// The one to look at first: where the other mode differs most, or of a random layer the largest
  /// that was kept.
  static int telling(LayerTrace trace) {
    float[] output = trace.values(LayerTrace.OUTPUT);
    Optional<float[]> other =
        Kind.of(trace.spec()) == Kind.NORM
            ? trace.stage(LayerTrace.OTHER_MODE).map(Stage::values)
            : Optional.empty();
    int largest = 0;
    double most = -1;
    for (int i = 0; i < output.length; i++) {
      double size = Math.abs(other.isPresent() ? output[i] - other.get()[i] : output[i]);
      if (size > most) {
        most = size;
        largest = i;
      }
    }
    return largest;
  }

  /// Another number to compare with: of a mask, the largest of the other kind; −1 where there is
  /// none.
  static int other(LayerTrace trace, int cell) {
    Optional<float[]> mask = trace.stage(LayerTrace.MASK).map(Stage::values);
    if (mask.isEmpty() || cell >= mask.get().length) {
      return -1;
    }
    float[] x = trace.values(LayerTrace.INPUT);
    boolean isZeroed = mask.get()[cell] == 0;
    int found = -1;
    for (int i = 0; i < x.length; i++) {
      if ((mask.get()[i] == 0) != isZeroed && (found < 0 || Math.abs(x[i]) > Math.abs(x[found]))) {
        found = i;
      }
    }
    return found;
  }

  /// Along which axis the arrows step.
  static int steppedAxis(LayerTrace trace) {
    return trace.spec().type().isBatchNorm() ? 1 : 0;
  }

  /// What becomes of a number of the input: the same place where the shape is the same, else the
  /// place that it bears upon most.
  static int fromInput(LayerTrace trace, int index, int cell) {
    Shape in = trace.inputShape();
    Shape out = trace.outputShape();
    return switch (Kind.of(trace.spec())) {
      case NORM, DROP -> index;
      case SUM ->
          trace.spec().type() == LayerType.LINEAR
              ? index / in.size(-1) * out.size(-1) + cell % out.size(-1)
              : underWindow(trace, index, cell);
      case THROUGH -> in.equals(out) ? index : ofSameSample(in, out, index, cell);
    };
  }

  /// The output whose window begins nearest above and left of a pixel, in the map that is looked
  /// at.
  private static int underWindow(LayerTrace trace, int index, int cell) {
    Shape in = trace.inputShape();
    Shape out = trace.outputShape();
    Grid grid = Windows.of(trace.spec());
    int row = index / in.size(-1) % in.size(-2);
    int column = index % in.size(-1);
    int image = index / (in.size(-1) * in.size(-2) * in.size(-3));
    int down =
        Math.clamp(
            (row + grid.paddingHeight() - grid.height() / 2) / grid.strideHeight(),
            0,
            out.size(-2) - 1);
    int right =
        Math.clamp(
            (column + grid.paddingWidth() - grid.width() / 2) / grid.strideWidth(),
            0,
            out.size(-1) - 1);
    int map = cell / (out.size(-1) * out.size(-2)) % out.size(-3);
    return ((image * out.size(-3) + map) * out.size(-2) + down) * out.size(-1) + right;
  }

  private static int ofSameSample(Shape in, Shape out, int index, int cell) {
    int sample = index / Math.toIntExact(in.elements() / Math.max(1, in.size(0)));
    int size = Math.toIntExact(out.elements() / Math.max(1, out.size(0)));
    return Math.min(sample * size + cell % size, Math.toIntExact(out.elements()) - 1);
  }

  /// A number of a mask is of the same place; a number of the weight leads to the output that it
  /// belongs to.
  static int fromMiddle(LayerTrace trace, int index, int cell) {
    if (Kind.of(trace.spec()) != Kind.SUM) {
      return index;
    }
    Shape weight = trace.parameter("weight").orElseThrow().shape();
    Shape out = trace.outputShape();
    int unit = Math.toIntExact(index / (weight.elements() / weight.size(0)));
    if (trace.spec().type() == LayerType.LINEAR) {
      return cell / out.size(-1) * out.size(-1) + unit;
    }
    int map = out.size(-1) * out.size(-2);
    return cell / (map * out.size(-3)) * map * out.size(-3) + unit * map + cell % map;
  }
}
