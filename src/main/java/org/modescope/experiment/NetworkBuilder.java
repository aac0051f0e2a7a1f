package org.modescope.experiment;

import java.util.List;
import org.modescope.autograd.RandomStream;
import org.modescope.nn.BatchNorm1d;
import org.modescope.nn.Dropout;
import org.modescope.nn.Layer;
import org.modescope.nn.Linear;
import org.modescope.nn.Mode;
import org.modescope.nn.ReLU;
import org.modescope.nn.Sequential;

/// Makes nets from their descriptions.
public final class NetworkBuilder {
  private NetworkBuilder() {}

  /// A fresh net in its starting state, in the mode and with the overrides that its description
  /// asks for.
  ///
  /// @param seed where the parameters are drawn from
  public static Sequential build(List<LayerSpec> network, Mode mode, long seed) {
    RandomStream parameters = RandomStream.of(seed).child("parameters");
    Sequential net =
        new Sequential("", network.stream().map(layer -> build(layer, parameters)).toList());
    net.setMode(mode);
    for (int i = 0; i < network.size(); i++) {
      Layer layer = net.children().get(i);
      network.get(i).mode().ifPresent(layer::setMode);
      layer.requireGrad(network.get(i).requiresGrad());
    }
    return net;
  }

  private static Layer build(LayerSpec layer, RandomStream parameters) {
    return switch (layer.type()) {
      case LINEAR ->
          new Linear(
              layer.name(),
              layer.integer("in_features"),
              layer.integer("out_features"),
              layer.flag("bias"),
              parameters);
      case BATCH_NORM_1D ->
          new BatchNorm1d(
              layer.name(),
              layer.integer("num_features"),
              layer.number("eps"),
              layer.numberOrNone("momentum"),
              layer.flag("affine") ? BatchNorm1d.Affine.LEARNED : BatchNorm1d.Affine.NONE,
              layer.flag("track_running_stats")
                  ? BatchNorm1d.Tracking.RUNNING
                  : BatchNorm1d.Tracking.NONE);
      case DROPOUT -> new Dropout(layer.name(), layer.number("p"));
      case RELU -> new ReLU(layer.name());
    };
  }
}
