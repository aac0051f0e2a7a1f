package org.modescope.run;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Batches;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputValues;
import org.modescope.experiment.ShapeCheck;
import org.modescope.nn.Draws;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;
import org.modescope.nn.StreamDraws;

/// A net between runs: its layers with their present state, the state it began with, how many
/// passes it has made, what those of its present experiment have shown, and the generator that they
/// draw from.
public final class LiveNet implements AutoCloseable {
  private final Sequential net;
  private final StateDict origin;
  private final Generator afterParameters;
  private final Generator generator;
  private Experiment experiment;
  private @Nullable Series series;
  private @Nullable Batches batches;
  private long passesMade;

  private LiveNet(
      Experiment experiment,
      Sequential net,
      StateDict origin,
      Generator afterParameters,
      Generator generator) {
    this.experiment = experiment;
    this.net = net;
    this.origin = origin;
    this.afterParameters = afterParameters;
    this.generator = generator;
  }

  /// A net in its starting state.
  ///
  /// @throws org.modescope.nn.PassRefusedException if a layer refuses its arguments, or the type of
  ///   the input's numbers
  /// @throws org.modescope.experiment.TooLargeException if a pass would not fit into memory
  public static LiveNet fresh(Experiment experiment) {
    return fresh(experiment, () -> false);
  }

  /// The same, unless it is to stop before all is drawn.
  ///
  /// @param stopped asked before each parameter
  /// @throws PassStoppedException if it said so
  static LiveNet fresh(Experiment experiment, BooleanSupplier stopped) {
    ShapeCheck.checkSize(experiment);
    Generator generator = Generator.seeded(experiment.seed(), experiment.generator());
    // Parameters are drawn also where given ones take their place: what comes after them is the
    // same.
    Sequential net =
        NetworkBuilder.build(experiment.network(), experiment.mode(), generator, stopped);
    try {
      InputTypes.check(experiment, experiment.input());
      experiment.parameters().ifPresent(given -> net.load(given.over(net::state)));
      Generator afterParameters = generator.copy();
      InputValues.pass(experiment.input(), generator);
      return new LiveNet(experiment, net, net.state(), afterParameters, generator);
    } catch (RuntimeException | Error failed) {
      net.close();
      throw failed;
    }
  }

  /// The same, without drawing what was drawn before.
  ///
  /// @param start that of this experiment
  static LiveNet fresh(Experiment experiment, DrawnStart start) {
    ShapeCheck.checkSize(experiment);
    InputTypes.check(experiment, experiment.input());
    Generator generator = start.afterParameters().copy();
    InputValues.pass(experiment.input(), generator);
    return new LiveNet(
        experiment,
        NetworkBuilder.build(experiment.network(), experiment.mode(), start.state()),
        start.state(),
        start.afterParameters(),
        generator);
  }

  /// What this net began with.
  DrawnStart start() {
    return new DrawnStart(experiment, origin, afterParameters);
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

  /// A net of its own for an experiment, with this one's present state and the same draws to come
  /// where that fits.
  LiveNet copyAs(Experiment next) {
    LiveNet fresh = fresh(next);
    StateDict present = net.state();
    if (!hasSameStart(next) || !fresh.origin.fits(present)) {
      return fresh;
    }
    fresh.net.load(present);
    LiveNet copy =
        new LiveNet(
            next,
            fresh.net,
            origin,
            fresh.afterParameters,
            passesMade == 0 ? fresh.generator : generator.copy());
    copy.passesMade = passesMade;
    return copy;
  }

  private boolean hasSameStart(Experiment next) {
    return next.seed() == experiment.seed()
        && next.generator() == experiment.generator()
        && next.parameters().equals(experiment.parameters());
  }

  /// Another net with the same state, for looking ahead without moving this one.
  Sequential copy() {
    return NetworkBuilder.build(experiment.network(), experiment.mode(), net.state());
  }

  /// A net of its own with the same present and starting state, and the same draws to come.
  LiveNet duplicate() {
    LiveNet duplicate = new LiveNet(experiment, copy(), origin, afterParameters, generator.copy());
    duplicate.passesMade = passesMade;
    return duplicate;
  }

  Experiment experiment() {
    return experiment;
  }

  public Sequential net() {
    return net;
  }

  /// The values of the input's first batch, row-major, drawn after the parameters where they are
  /// drawn from the experiment's seed.
  float[] inputValues() {
    return InputValues.of(experiment.input(), afterParameters());
  }

  /// The batch of one of the next passes, row-major.
  ///
  /// @param ahead how many passes come before
  /// @param from the experiment's generator where that pass begins; moves on by what is drawn
  float[] batch(int ahead, Generator from) {
    return batches().of(passesMade + ahead, from);
  }

  /// The batch of the next pass, row-major. Nothing is drawn for it yet.
  float[] batchToCome() {
    return batch(0, generator.copy());
  }

  Batches batches() {
    Batches present = batches == null ? new Batches(experiment.input(), afterParameters) : batches;
    batches = present;
    return present;
  }

  /// A generator of one's own that stands where the parameters of the fresh net had been drawn.
  Generator afterParameters() {
    return afterParameters.copy();
  }

  /// What passes draw from: it stands where the net's latest pass has left it.
  Generator generator() {
    return generator;
  }

  /// What the next passes will draw, from a copy of the generator.
  Draws drawsToCome() {
    return new StreamDraws(generator.copy());
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
