package org.modescope.run;

import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Tensor;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.ShapeCheck;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

/// A net between runs: its layers with their present state, the state it began with, how many
/// passes it has made, and what those of its present experiment have shown.
public final class LiveNet implements AutoCloseable {
  private final Sequential net;
  private final StateDict origin;
  private Experiment experiment;
  private @Nullable Series series;
  private long passesMade;

  private LiveNet(Experiment experiment, Sequential net, StateDict origin) {
    this.experiment = experiment;
    this.net = net;
    this.origin = origin;
  }

  /// A net in its starting state.
  ///
  /// @throws org.modescope.experiment.TooLargeException if a pass would not fit into memory
  public static LiveNet fresh(Experiment experiment) {
    ShapeCheck.checkSize(experiment);
    Sequential net =
        NetworkBuilder.build(experiment.network(), experiment.mode(), experiment.seed());
    try {
      experiment.parameters().ifPresent(given -> net.load(given.state()));
      return new LiveNet(experiment, net, net.state());
    } catch (RuntimeException | Error failed) {
      net.close();
      throw failed;
    }
  }

  /// The net for an experiment, going on from this one's state where it fits. This net is closed
  /// unless it is that net.
  LiveNet continueAs(Experiment next) {
    if (next.computed().equals(experiment.computed())) {
      experiment = next;
      return this;
    }
    LiveNet continued = copyAs(next);
    close();
    return continued;
  }

  /// A net of its own for an experiment, with this one's present state where that fits.
  LiveNet copyAs(Experiment next) {
    LiveNet fresh = fresh(next);
    StateDict present = net.state();
    if (!hasSameStart(next) || !fresh.origin.fits(present)) {
      return fresh;
    }
    fresh.net.load(present);
    LiveNet copy = new LiveNet(next, fresh.net, origin);
    copy.passesMade = passesMade;
    return copy;
  }

  private boolean hasSameStart(Experiment next) {
    return next.seed() == experiment.seed() && next.parameters().equals(experiment.parameters());
  }

  /// Another net with the same state, for looking ahead without moving this one.
  Sequential copy() {
    return NetworkBuilder.build(experiment.network(), experiment.mode(), net.state());
  }

  /// A net of its own with the same present and starting state.
  LiveNet duplicate() {
    LiveNet duplicate = new LiveNet(experiment, copy(), origin);
    duplicate.passesMade = passesMade;
    return duplicate;
  }

  Experiment experiment() {
    return experiment;
  }

  public Sequential net() {
    return net;
  }

  /// The state when the net was built or rewound.
  StateDict origin() {
    return origin;
  }

  /// What passes of this very experiment have shown so far, one run after another.
  Series series() {
    Series present = series == null ? new Series(this) : series;
    series = present;
    return present;
  }

  /// Lets the next pass begin another series.
  void endSeries() {
    series = null;
  }

  /// Passes made since then.
  long passesMade() {
    return passesMade;
  }

  void countPasses(int passes) {
    passesMade += passes;
  }

  /// The values of a parameter.
  float[] parameter(String key) {
    Tensor parameter = net.parameters().get(key);
    if (parameter == null) {
      throw new IllegalArgumentException("the net has no parameter " + key);
    }
    return parameter.values();
  }

  @Override
  public void close() {
    net.close();
  }
}
