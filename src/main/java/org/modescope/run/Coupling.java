package org.modescope.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.RowCoupling;
import org.modescope.measure.Mates.Pair;
import org.modescope.nn.Mode;
import org.modescope.nn.Probe;

/// What the first layer that normalises by the batch makes of two rows, before it scales and
/// shifts: about 1 and −1 in every channel.
final class Coupling {
  private Coupling() {}

  /// @param net whose rows look at each other; in train mode
  /// @param shape of a batch of two rows
  /// @return empty where no layer normalises `[2, C]` by the batch
  static Optional<Pair> of(Experiment net, RowNet asked, Shape shape, float[] batch) {
    Optional<PlacedLayer> first = RowCoupling.of(net.withMode(Mode.TRAIN)).stream().findFirst();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Watcher watcher = new Watcher(first.get());
    asked.ask(shape, List.of(batch), watcher);
    return watcher.seen;
  }

  private static Pair pair(PlacedLayer layer, float[] given) {
    int channels = given.length / 2;
    float[] one = new float[channels];
    float[] other = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      double half = ((double) given[channel] - given[channels + channel]) / 2;
      one[channel] = (float) (half / Math.sqrt(half * half + layer.spec().number("eps")));
      other[channel] = -one[channel];
    }
    return new Pair(layer.path(), one, other);
  }

  private static final class Watcher implements Probe {
    private final PlacedLayer layer;
    private Optional<Pair> seen = Optional.empty();

    Watcher(PlacedLayer layer) {
      this.layer = layer;
    }

    @Override
    public void entering(String path, Tensor input) {
      boolean isPair =
          Arrays.equals(input.shape().toArray(), new int[] {2, input.shape().size(-1)});
      if (path.equals(layer.path()) && isPair) {
        seen = Optional.of(pair(layer, input.values()));
      }
    }
  }
}
