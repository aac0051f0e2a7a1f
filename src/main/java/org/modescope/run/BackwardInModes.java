package org.modescope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.modescope.autograd.AllOrNothing;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Asleep;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LabelledRows;
import org.modescope.measure.BackwardModes;
import org.modescope.measure.BackwardModes.LayerBackward;
import org.modescope.nn.Draws;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

/// Goes backward through copies of a trained net in train and in eval mode, by one batch.
///
/// @param experiment as it was trained
/// @param function the loss
/// @param stopped whether to give up, asked before each layer and after each node
record BackwardInModes(Experiment experiment, LossFunction function, BooleanSupplier stopped) {

  /// What one mode gave.
  ///
  /// @param gradients of each layer that learns
  /// @param toOthers the share of the first row's gradient that goes to other rows
  private record Gone(Map<String, float[]> gradients, double toOthers) {}

  /// @param batch at least two rows
  /// @return empty where a mode refuses the batch, or if it was stopped
  Optional<BackwardModes> of(StateDict trained, LabelledRows batch, Draws draws) {
    try {
      Gone train = gone(trained, batch, Mode.TRAIN, draws);
      Gone eval = gone(trained, batch, Mode.EVAL, draws);
      List<LayerBackward> layers = new ArrayList<>();
      train.gradients.forEach(
          (layer, gradient) ->
              layers.add(
                  compared(
                      layer,
                      gradient,
                      eval.gradients.getOrDefault(layer, new float[gradient.length]))));
      return Optional.of(new BackwardModes(layers, train.toOthers, eval.toOthers));
    } catch (PassRefusedException | PassStoppedException oneMode) {
      // What one mode refuses cannot be compared with the other.
      return Optional.empty();
    }
  }

  private static LayerBackward compared(String layer, float[] train, float[] eval) {
    double trainNorm = Math.sqrt(dot(train, train));
    double evalNorm = Math.sqrt(dot(eval, eval));
    double both = trainNorm * evalNorm;
    return new LayerBackward(
        layer, trainNorm, evalNorm, both == 0 ? Double.NaN : dot(train, eval) / both);
  }

  private Gone gone(StateDict trained, LabelledRows batch, Mode mode, Draws draws) {
    try (Sequential net = NetworkBuilder.build(Asleep.of(experiment).network(), mode, trained)) {
      if (mode == Mode.EVAL) {
        net.eval();
      }
      return AllOrNothing.call(
          () ->
              GradMode.GRAD.call(
                  () -> new Gone(ofLoss(net, batch, draws), toOthers(net, batch, draws))));
    }
  }

  private Map<String, float[]> ofLoss(Sequential net, LabelledRows batch, Draws draws) {
    try (Arena _ = Arena.open()) {
      Tensor input = Tensor.input(batch.shape(), batch.values());
      function
          .of(net.apply(input, passes(draws)), batch)
          .backward((_, _) -> PassStoppedException.throwIf(stopped));
      Map<String, float[]> gradients = new LinkedHashMap<>();
      net.parameters().forEach((key, parameter) -> add(gradients, key, parameter));
      return gradients;
    }
  }

  private Passes passes(Draws draws) {
    return Passes.of(0, 1, draws).watchedBy(new StopProbe(stopped, Probe.NONE));
  }

  private static void add(Map<String, float[]> gradients, String key, Tensor parameter) {
    Tensor gradient = parameter.grad();
    if (gradient == null) {
      return;
    }
    String layer = key.substring(0, Math.max(0, key.lastIndexOf('.')));
    gradients.merge(layer, gradient.values(), BackwardInModes::joined);
  }

  private static float[] joined(float[] first, float[] next) {
    float[] both = Arrays.copyOf(first, first.length + next.length);
    System.arraycopy(next, 0, both, first.length, next.length);
    return both;
  }

  private double toOthers(Sequential net, LabelledRows batch, Draws draws) {
    try (Arena _ = Arena.open()) {
      Tensor input = Tensor.input(batch.shape(), batch.values()).requireGrad(true);
      Tensor output = net.apply(input, passes(draws));
      float[] firstRow = new float[Math.toIntExact(output.shape().elements())];
      Arrays.fill(firstRow, 0, firstRow.length / batch.count(), 1);
      output.backward(firstRow, (_, _) -> PassStoppedException.throwIf(stopped));
      Tensor gradient = input.grad();
      return gradient == null ? 0 : others(gradient.values(), batch.count());
    }
  }

  private static double others(float[] gradient, int rows) {
    int width = gradient.length / rows;
    float[] rest = Arrays.copyOfRange(gradient, width, gradient.length);
    double all = dot(gradient, gradient);
    return all == 0 ? 0 : Math.sqrt(dot(rest, rest) / all);
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
