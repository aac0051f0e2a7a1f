package org.modescope.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.modescope.autograd.SavedKind;
import org.modescope.autograd.Shape;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.GraphMemory.Moment;
import org.modescope.measure.GraphMemory.Node;
import org.modescope.measure.GraphMemory.Phase;
import org.modescope.measure.GraphMemory.Saved;
import org.modescope.measure.OutputVariance;
import org.modescope.measure.RunningStatistics;
import org.modescope.measure.RunningStatistics.Stretch;
import org.modescope.measure.RunningStatistics.Trace;

/// Measured data as a run of SimpleNet makes it, for charts to show.
public final class Samples {
  private Samples() {}

  /// Ten passes that all differed, with a prediction.
  public static OutputVariance varied(int rows, int columns) {
    Random random = new Random(42);
    int elements = rows * columns;
    double[] mean = random.doubles(elements, -1, 1).toArray();
    double[] deviation = random.doubles(elements, 0.2, 0.8).toArray();
    float[] minimum = new float[elements];
    float[] maximum = new float[elements];
    List<OutputVariance.Sample> samples = new ArrayList<>();
    for (int pass = 0; pass < 10; pass++) {
      float[] values = new float[elements];
      for (int element = 0; element < elements; element++) {
        values[element] = (float) (mean[element] + deviation[element] * random.nextGaussian());
        minimum[element] = Math.min(minimum[element], values[element]);
        maximum[element] = Math.max(maximum[element], values[element]);
      }
      samples.add(new OutputVariance.Sample(pass, values));
    }
    return new OutputVariance(
        Shape.of(rows, columns),
        10,
        false,
        10,
        mean,
        deviation,
        minimum,
        maximum,
        samples,
        Optional.of(deviation.clone()));
  }

  /// Ten passes that all gave the value of the element's index.
  public static OutputVariance identical(int rows) {
    float[] values = new float[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = row;
    }
    return new OutputVariance(
        Shape.of(rows, 1),
        10,
        true,
        1,
        IntStream.range(0, rows).asDoubleStream().toArray(),
        new double[rows],
        values,
        values,
        IntStream.range(0, 10).mapToObj(pass -> new OutputVariance.Sample(pass, values)).toList(),
        Optional.empty());
  }

  /// An output of which nothing is finite.
  public static OutputVariance notFinite() {
    double[] mean = {Double.NaN, Double.POSITIVE_INFINITY};
    float[] values = {Float.NaN, Float.POSITIVE_INFINITY};
    return new OutputVariance(
        Shape.of(2, 1),
        1,
        true,
        1,
        mean,
        mean,
        values,
        values,
        List.of(new OutputVariance.Sample(0, values)),
        Optional.empty());
  }

  /// Statistics of a new layer that went from 0 towards the channel's index over some passes, each
  /// pass a stretch.
  public static RunningStatistics statistics(int channels, int passes) {
    return statistics(channels, passes, 0);
  }

  /// The same of a layer that had counted updates before.
  public static RunningStatistics statistics(int channels, int passes, long before) {
    float[] start = new float[channels];
    float[] batch = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      batch[channel] = channel;
    }
    List<Stretch> stretches = new ArrayList<>();
    float[] last = start;
    for (int pass = 1; pass <= passes; pass++) {
      last = last.clone();
      for (int channel = 0; channel < channels; channel++) {
        last[channel] = 0.9f * last[channel] + 0.1f * batch[channel];
      }
      stretches.add(new Stretch(pass, last, last, last));
    }
    Trace trace = new Trace(start, stretches);
    return statistics(channels, true, before, before + passes, trace, trace, batch);
  }

  /// One channel that nothing moves: its mean has a value, and its variance is 1.
  public static RunningStatistics resting(float mean, long tracked) {
    return statistics(1, false, tracked, tracked, still(mean), still(1), new float[] {2});
  }

  private static Trace still(float value) {
    float[] values = {value};
    return new Trace(values, List.of(new Stretch(10, values, values, values)));
  }

  private static RunningStatistics statistics(
      int channels,
      boolean updating,
      long before,
      long tracked,
      Trace mean,
      Trace variance,
      float[] batch) {
    return new RunningStatistics(
        "bn1",
        IntStream.range(0, channels).toArray(),
        Optional.of(0.1),
        updating,
        (int) (tracked - before),
        updating,
        true,
        tracked,
        before,
        mean,
        variance,
        batch,
        batch,
        true,
        Optional.of(0.6513),
        Optional.of(1 - Math.pow(0.9, (double) (tracked - before))));
  }

  public static Saved saved(int elements, SavedKind kind) {
    return new Saved("mat1", Shape.of(1, elements), "float32", 4L * elements, kind, 0, false);
  }

  static Saved alias(int elements) {
    return new Saved(
        "mat1", Shape.of(1, elements), "float32", 4L * elements, SavedKind.ACTIVATION, 0, true);
  }

  /// A layer's node that keeps one tensor.
  public static Node node(String layer, int elements, SavedKind kind) {
    return new Node("AddmmBackward0", layer, List.of(saved(elements, kind)));
  }

  /// Nodes that keep nothing, each of its own layer.
  public static Node[] emptyNodes(int count) {
    return IntStream.range(0, count)
        .mapToObj(index -> new Node("AddBackward0", "layer" + index, List.of()))
        .toArray(Node[]::new);
  }

  /// A graph of these nodes, its time line empty.
  public static GraphMemory graph(Node... nodes) {
    return new GraphMemory(true, 0, 0, 0, 0, Arrays.asList(nodes), List.of(), Optional.empty());
  }

  /// The graph of a small net, with its whole life.
  public static GraphMemory graph() {
    return new GraphMemory(
        true,
        5840,
        3280,
        2640,
        2640,
        List.of(
            new Node("AddmmBackward0", "fc1", List.of(saved(320, SavedKind.INPUT))),
            new Node("ReluBackward0", "relu", List.of(saved(640, SavedKind.ACTIVATION))),
            new Node("AddmmBackward0", "fc2", List.of(alias(640), saved(20, SavedKind.REFERENCE)))),
        List.of(
            new Moment(Phase.FORWARD, "fc1", 0),
            new Moment(Phase.FORWARD, "relu", 2560),
            new Moment(Phase.FORWARD, "fc2", 2640),
            new Moment(Phase.BACKWARD, "fc2", 2560),
            new Moment(Phase.BACKWARD, "relu", 0)),
        Optional.empty());
  }

  /// No graph, and what it would have been.
  static GraphMemory noGraph() {
    return new GraphMemory(false, 0, 0, 0, 0, List.of(), List.of(), Optional.of(graph()));
  }
}
