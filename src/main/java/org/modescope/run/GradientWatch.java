package org.modescope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Tensor;
import org.modescope.measure.LayerGradients;
import org.modescope.nn.Sequential;

/// Measures the gradients and the updates of every layer that learns, step by step.
final class GradientWatch implements StepWatch {
  /// About how many moments are kept.
  private static final int MOMENTS = 1000;

  private final List<Group> groups = new ArrayList<>();
  private final long stride;
  private long updates;

  /// @param net whose parameters are frozen or not as they will be trained
  /// @param optimizerSteps how many there will be
  GradientWatch(Sequential net, long optimizerSteps) {
    stride = Math.max(1, Math.ceilDiv(optimizerSteps, MOMENTS));
    Map<String, List<Tensor>> byLayer = new LinkedHashMap<>();
    net.parameters()
        .forEach(
            (key, parameter) -> {
              if (parameter.requiresGrad()) {
                byLayer.computeIfAbsent(layer(key), _ -> new ArrayList<>()).add(parameter);
              }
            });
    byLayer.forEach((layer, parameters) -> groups.add(new Group(layer, parameters)));
  }

  private static String layer(String key) {
    return key.substring(0, Math.max(0, key.lastIndexOf('.')));
  }

  @Override
  public void update(int steps, Runnable update) {
    // The update before one that is shown is needed for the angle between the two.
    boolean isShown = updates % stride == 0;
    boolean isMeasured = isShown || (updates + 1) % stride == 0;
    updates++;
    if (!isMeasured) {
      update.run();
      return;
    }
    groups.forEach(Group::before);
    update.run();
    groups.forEach(group -> group.after(steps, isShown));
  }

  List<LayerGradients> gradients() {
    return groups.stream().map(Group::gradients).toList();
  }

  private static final class Group {
    private final String layer;
    private final List<Tensor> parameters;
    private float @Nullable [] lastUpdate;
    private float[] values = new float[0];
    private double gradientNorm;
    private int[] steps = new int[64];
    private float[] gradientNorms = new float[64];
    private float[] updateNorms = new float[64];
    private float[] weightNorms = new float[64];
    private float[] updateCosines = new float[64];
    private int count;

    Group(String layer, List<Tensor> parameters) {
      this.layer = layer;
      this.parameters = List.copyOf(parameters);
    }

    void before() {
      double squares = 0;
      for (Tensor parameter : parameters) {
        Tensor gradient = parameter.grad();
        squares += gradient == null ? 0 : dot(gradient.values(), gradient.values());
      }
      gradientNorm = Math.sqrt(squares);
      values = all();
    }

    void after(int stepsMade, boolean isShown) {
      float[] update = all();
      for (int i = 0; i < update.length; i++) {
        update[i] -= values[i];
      }
      double norm = Math.sqrt(dot(update, update));
      if (isShown) {
        note(stepsMade, norm, cosine(update, norm));
      }
      lastUpdate = update;
    }

    private double cosine(float[] update, double norm) {
      if (lastUpdate == null) {
        return Double.NaN;
      }
      double both = norm * Math.sqrt(dot(lastUpdate, lastUpdate));
      return both == 0 ? Double.NaN : dot(update, lastUpdate) / both;
    }

    private void note(int stepsMade, double norm, double cosine) {
      if (count == steps.length) {
        steps = Arrays.copyOf(steps, 2 * count);
        gradientNorms = Arrays.copyOf(gradientNorms, 2 * count);
        updateNorms = Arrays.copyOf(updateNorms, 2 * count);
        weightNorms = Arrays.copyOf(weightNorms, 2 * count);
        updateCosines = Arrays.copyOf(updateCosines, 2 * count);
      }
      steps[count] = stepsMade;
      gradientNorms[count] = (float) gradientNorm;
      updateNorms[count] = (float) norm;
      weightNorms[count] = (float) Math.sqrt(dot(values, values));
      updateCosines[count] = (float) cosine;
      count++;
    }

    private float[] all() {
      float[][] parts = parameters.stream().map(Tensor::values).toArray(float[][]::new);
      float[] all = new float[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
      int next = 0;
      for (float[] part : parts) {
        System.arraycopy(part, 0, all, next, part.length);
        next += part.length;
      }
      return all;
    }

    private static double dot(float[] a, float[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += (double) a[i] * b[i];
      }
      return sum;
    }

    LayerGradients gradients() {
      return new LayerGradients(
          layer, steps, gradientNorms, updateNorms, weightNorms, updateCosines, count);
    }
  }
}
