package org.modescope.run;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.modescope.autograd.AllOrNothing;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.PlacedLayer;
import org.modescope.nn.InitialValues;
import org.modescope.nn.Layer;
import org.modescope.nn.Mode;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

/// Makes nets from their descriptions.
public final class NetworkBuilder {
  private NetworkBuilder() {}

  /// A fresh net in its starting state, in the mode and with the overrides that its description
  /// asks for.
  ///
  /// @param seed where the parameters are drawn from
  /// @throws org.modescope.autograd.TorchException if a layer refuses its arguments, as PyTorch
  ///   would
  public static Sequential build(List<LayerSpec> network, Mode mode, long seed) {
    return build(network, mode, Generator.seeded(seed));
  }

  /// The same, drawing parameters from a generator in order of construction.
  ///
  /// @throws org.modescope.autograd.TorchException if a layer refuses its arguments, as PyTorch
  ///   would
  public static Sequential build(List<LayerSpec> network, Mode mode, Generator generator) {
    return build(network, mode, InitialValues.drawnFrom(generator));
  }

  /// The same, unless it is to stop before all is drawn.
  ///
  /// @param stopped asked before each parameter
  /// @throws PassStoppedException if it said so
  static Sequential build(
      List<LayerSpec> network, Mode mode, Generator generator, BooleanSupplier stopped) {
    return build(network, mode, new StoppableDraws(InitialValues.drawnFrom(generator), stopped));
  }

  /// The same in a given state, that of a net with the same description.
  static Sequential build(List<LayerSpec> network, Mode mode, StateDict state) {
    Sequential net = build(network, mode, InitialValues.of(state));
    net.load(state);
    return net;
  }

  /// One layer of a net by itself, with the path, the state and the mode that it has there.
  ///
  /// @param state the layer's own
  static Layer copy(PlacedLayer placed, StateDict state) {
    String prefix =
        placed.path().substring(0, placed.path().length() - placed.spec().name().length());
    return AllOrNothing.call(
        () -> {
          List<LayerSpec> alone = List.of(placed.spec());
          List<Layer> layers = new LayerMaker(InitialValues.of(state)).layers(alone, prefix);
          layers.forEach(layer -> layer.load(state));
          layers.forEach(layer -> layer.setMode(placed.mode()));
          applySwitches(layers, alone);
          return layers.getFirst();
        });
  }

  /// A net of which only a part fits into memory is none at all.
  private static Sequential build(List<LayerSpec> network, Mode mode, InitialValues initial) {
    return AllOrNothing.call(() -> built(network, mode, initial));
  }

  private static Sequential built(List<LayerSpec> network, Mode mode, InitialValues initial) {
    Sequential net = new Sequential("", new LayerMaker(initial).layers(network, ""));
    net.setMode(mode);
    applySwitches(net.children(), network);
    return net;
  }

  /// Overrides are set from the outside in, so that the innermost one stands.
  private static void applySwitches(List<Layer> layers, List<LayerSpec> specs) {
    for (int i = 0; i < specs.size(); i++) {
      Layer layer = layers.get(i);
      LayerSpec spec = specs.get(i);
      spec.mode().ifPresent(layer::setMode);
      applySwitches(layer.children(), spec.children());
      // Frozen from the inside out: nothing inside a frozen container trains.
      if (!spec.requiresGrad()) {
        layer.requireGrad(false);
      }
    }
  }
}
