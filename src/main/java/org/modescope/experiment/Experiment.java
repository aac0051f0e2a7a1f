package org.modescope.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.modescope.autograd.GradMode;
import org.modescope.nn.Mode;

/// Everything the program can do to a net, in one immutable record.
///
/// @param name what it is called
/// @param note what a teacher wants to say about it
/// @param seed one stream drawn from it initialises parameters, another draws dropout
/// @param network the layers in order, at least one
/// @param input the same for every pass
/// @param mode what `net.train()` or `net.eval()` sets, before the layers' own overrides
/// @param gradMode whether passes are recorded
/// @param passes how many passes a run makes
public record Experiment(
    String name,
    String note,
    long seed,
    List<LayerSpec> network,
    InputSpec input,
    Mode mode,
    GradMode gradMode,
    int passes) {

  /// The most passes a run may make.
  public static final int MAXIMUM_PASSES = 1_000_000;

  /// @throws InvalidValueException if the net is empty, two layers share a name, or passes is out
  ///   of range
  public Experiment {
    network = List.copyOf(network);
    if (network.isEmpty()) {
      throw new InvalidValueException("network", "", "network must have at least one layer");
    }
    Set<String> names = new HashSet<>();
    for (LayerSpec layer : network) {
      if (!names.add(layer.name())) {
        throw new InvalidValueException(
            "name", layer.name(), "two layers are called “%s”".formatted(layer.name()));
      }
    }
    if (passes < 1 || passes > MAXIMUM_PASSES) {
      throw new InvalidValueException(
          "passes",
          Integer.toString(passes),
          "passes must be a whole number from 1 to %,d; found %,d"
              .formatted(MAXIMUM_PASSES, passes));
    }
  }

  /// The mode a layer is really in: its own override, or the net's.
  public Mode modeOf(LayerSpec layer) {
    return layer.mode().orElse(mode);
  }

  /// This experiment under another name and note.
  public Experiment named(String newName, String newNote) {
    return new Experiment(newName, newNote, seed, network, input, mode, gradMode, passes);
  }

  public Experiment withSeed(long newSeed) {
    return new Experiment(name, note, newSeed, network, input, mode, gradMode, passes);
  }

  public Experiment withNetwork(List<LayerSpec> newNetwork) {
    return new Experiment(name, note, seed, newNetwork, input, mode, gradMode, passes);
  }

  /// This experiment with the layer at an index replaced.
  public Experiment withLayer(int index, LayerSpec layer) {
    List<LayerSpec> changed = new ArrayList<>(network);
    changed.set(index, layer);
    return withNetwork(changed);
  }

  public Experiment withInput(InputSpec newInput) {
    return new Experiment(name, note, seed, network, newInput, mode, gradMode, passes);
  }

  public Experiment withMode(Mode newMode) {
    return new Experiment(name, note, seed, network, input, newMode, gradMode, passes);
  }

  public Experiment withGradMode(GradMode newGradMode) {
    return new Experiment(name, note, seed, network, input, mode, newGradMode, passes);
  }

  public Experiment withPasses(int newPasses) {
    return new Experiment(name, note, seed, network, input, mode, gradMode, newPasses);
  }
}
