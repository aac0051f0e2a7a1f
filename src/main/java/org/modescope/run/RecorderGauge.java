package org.modescope.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Graph;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.PlacedLayer;
import org.modescope.measure.GraphInspector;
import org.modescope.measure.Multiplier;
import org.modescope.measure.PassDetail;
import org.modescope.nn.StateDict;

/// Tells a recorder of one run, pass by pass.
final class RecorderGauge implements Gauge {
  private final RunRecorder recorder;
  private final Map<String, LayerSpec> layers = new LinkedHashMap<>();
  private int passes;
  private @Nullable Tensor entered;
  private Shape shape = Shape.of();
  private float[] output = {};

  RecorderGauge(Experiment experiment, RunRecorder recorder) {
    this.recorder = recorder;
    PlacedLayer.of(experiment).forEach(layer -> layers.put(layer.path(), layer.spec()));
  }

  @Override
  public void entering(String layer, Tensor input) {
    entered = input;
  }

  @Override
  public void drew(String layer, Tensor factor) {
    if (!recorder.wantsFactors()) {
      return;
    }
    Tensor input = Objects.requireNonNull(entered);
    List<float[]> inputs = new ArrayList<>();
    input.forEachPass(inputs::add);
    // Over one sample a layer draws as over a batch of one; the factor is the sample's.
    Shape sample = factor.shape().last(Math.min(input.shape().rank(), factor.shape().rank()));
    LayerSpec spec = Objects.requireNonNull(layers.get(layer));
    int[] pass = {0};
    factor.forEachPass(
        drawn -> {
          float[] multiplier = Multiplier.of(spec, drawn, inputs.get(pass[0]));
          recorder.drew(layer, passes + pass[0], sample, multiplier);
          pass[0]++;
        });
  }

  @Override
  public void outputs(Block block, Shape outputShape, List<float[]> values) {
    for (int i = 0; i < values.size(); i++) {
      recorder.output(block.inRun() + i, outputShape, values.get(i));
    }
    shape = outputShape;
    output = values.getFirst();
  }

  @Override
  public void graph(Block block, Graph graph, long heldBytes) {
    if (block.inRun() < recorder.detailedPasses()) {
      recorder.detailed(
          new PassDetail(
              block.inRun(),
              shape,
              output,
              block.setting().live().net().buffers(),
              GraphInspector.describe(graph, heldBytes, List.of())));
    }
  }

  @Override
  public void afterBlock(Block block) {
    passes = block.inRun() + block.passes();
  }

  /// What the last pass's backward left is still there.
  @Override
  public void ended(Setting setting) {
    if (setting.options().backward() && passes > 0) {
      recorder.gradients(gradients(setting.live()));
    }
  }

  private static StateDict gradients(LiveNet live) {
    SequencedMap<String, StateDict.Entry> gradients = new LinkedHashMap<>();
    live.net()
        .parameters()
        .forEach(
            (key, parameter) -> {
              Tensor gradient = parameter.grad();
              if (gradient != null) {
                gradients.put(key, new StateDict.Floats(gradient.shape(), gradient.values()));
              }
            });
    return new StateDict(gradients);
  }
}
