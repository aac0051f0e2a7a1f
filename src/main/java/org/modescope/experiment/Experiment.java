package org.modescope.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.random.Dialect;
import org.modescope.nn.Mode;

/// Everything the program can do to a net, in one immutable record.
///
/// @param name what it is called
/// @param note what a teacher wants to say about it
/// @param seed what `torch.manual_seed` is given; everything that has no seed of its own is drawn
///   from there, one after another: parameters, input, masks
/// @param generator which builds of PyTorch masks are drawn as
/// @param network the layers in order, at least one
/// @param parameters what it starts from in place of what is drawn from `seed`; empty for nothing
/// @param input the same for every pass
/// @param mode what `net.train()` or `net.eval()` sets, before the layers' own overrides
/// @param gradMode whether passes are recorded
/// @param passes how many passes a run makes
/// @param training how the net is trained, if it is to be
public record Experiment(
    String name,
    String note,
    long seed,
    Dialect generator,
    List<LayerSpec> network,
    Optional<Parameters> parameters,
    InputSpec input,
    Mode mode,
    GradMode gradMode,
    int passes,
    Optional<Training> training) {

  /// The most passes a run may make.
  public static final int MAXIMUM_PASSES = 1_000_000;

  /// @throws InvalidValueException if the net is empty, two layers share a name, the state does not
  ///   fit the net, or passes is out of range
  public Experiment {
    network = List.copyOf(network);
    if (network.isEmpty()) {
      throw new InvalidValueException("network", "", "network must have at least one layer");
    }
    LayerSpec.checkDistinctNames(network);
    StateLayout layout = StateLayout.of(network);
    layout.checkSize();
    parameters.ifPresent(layout::check);
    if (passes < 1 || passes > MAXIMUM_PASSES) {
      throw new InvalidValueException(
          "passes",
          Integer.toString(passes),
          String.format(
              Locale.ROOT,
              "passes must be a whole number from 1 to %,d; found %,d",
              MAXIMUM_PASSES,
              passes));
    }
  }

  /// An experiment whose masks are drawn as present builds of PyTorch draw them.
  public Experiment(
      String name,
      String note,
      long seed,
      List<LayerSpec> network,
      Optional<Parameters> parameters,
      InputSpec input,
      Mode mode,
      GradMode gradMode,
      int passes,
      Optional<Training> training) {
    this(
        name,
        note,
        seed,
        Dialect.PYTORCH,
        network,
        parameters,
        input,
        mode,
        gradMode,
        passes,
        training);
  }

  /// A net that starts from drawn parameters and is not trained.
  public Experiment(
      String name,
      String note,
      long seed,
      List<LayerSpec> network,
      InputSpec input,
      Mode mode,
      GradMode gradMode,
      int passes) {
    this(
        name,
        note,
        seed,
        Dialect.PYTORCH,
        network,
        Optional.empty(),
        input,
        mode,
        gradMode,
        passes,
        Optional.empty());
  }

  /// The mode a layer is really in: its own override, or the net's.
  public Mode modeOf(LayerSpec layer) {
    return layer.mode().orElse(mode);
  }

  /// This experiment without what its passes do not depend on: name, note, how many there are, and
  /// training. Two experiments that are equal in this make the same passes.
  public Experiment computed() {
    return new Experiment(
        "", "", seed, generator, network, parameters, input, mode, gradMode, 1, Optional.empty());
  }

  /// This experiment under another name and note.
  public Experiment named(String newName, String newNote) {
    return new Experiment(
        newName,
        newNote,
        seed,
        generator,
        network,
        parameters,
        input,
        mode,
        gradMode,
        passes,
        training);
  }

  public Experiment withSeed(long newSeed) {
    return new Experiment(
        name,
        note,
        newSeed,
        generator,
        network,
        parameters,
        input,
        mode,
        gradMode,
        passes,
        training);
  }

  public Experiment withGenerator(Dialect newGenerator) {
    return new Experiment(
        name,
        note,
        seed,
        newGenerator,
        network,
        parameters,
        input,
        mode,
        gradMode,
        passes,
        training);
  }

  /// This experiment with other layers. Parameters that were given are kept as long as they fit.
  public Experiment withNetwork(List<LayerSpec> newNetwork) {
    StateLayout layout = StateLayout.of(newNetwork);
    return new Experiment(
        name,
        note,
        seed,
        generator,
        newNetwork,
        parameters.flatMap(given -> given.within(layout)),
        input,
        mode,
        gradMode,
        passes,
        training);
  }

  /// This experiment with the layer at an index replaced.
  public Experiment withLayer(int index, LayerSpec layer) {
    List<LayerSpec> changed = new ArrayList<>(network);
    changed.set(index, layer);
    return withNetwork(changed);
  }

  /// This experiment starting from a given state; empty to draw it from the seed.
  ///
  /// @throws InvalidValueException if the state does not fit the net
  public Experiment withParameters(Optional<Parameters> newParameters) {
    return new Experiment(
        name,
        note,
        seed,
        generator,
        network,
        newParameters,
        input,
        mode,
        gradMode,
        passes,
        training);
  }

  public Experiment withInput(InputSpec newInput) {
    return new Experiment(
        name,
        note,
        seed,
        generator,
        network,
        parameters,
        newInput,
        mode,
        gradMode,
        passes,
        training);
  }

  public Experiment withMode(Mode newMode) {
    return new Experiment(
        name,
        note,
        seed,
        generator,
        network,
        parameters,
        input,
        newMode,
        gradMode,
        passes,
        training);
  }

  public Experiment withGradMode(GradMode newGradMode) {
    return new Experiment(
        name,
        note,
        seed,
        generator,
        network,
        parameters,
        input,
        mode,
        newGradMode,
        passes,
        training);
  }

  public Experiment withPasses(int newPasses) {
    return new Experiment(
        name,
        note,
        seed,
        generator,
        network,
        parameters,
        input,
        mode,
        gradMode,
        newPasses,
        training);
  }

  public Experiment withTraining(Optional<Training> newTraining) {
    return new Experiment(
        name,
        note,
        seed,
        generator,
        network,
        parameters,
        input,
        mode,
        gradMode,
        passes,
        newTraining);
  }
}
