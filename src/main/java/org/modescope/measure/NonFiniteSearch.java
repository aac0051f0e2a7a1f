package org.modescope.measure;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Arena;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Tensor;
import org.modescope.measure.Inspection.NonFinite;
import org.modescope.measure.Inspection.Place;
import org.modescope.nn.Draws;
import org.modescope.nn.Passes;
import org.modescope.nn.Probe;
import org.modescope.nn.Sequential;
import org.modescope.nn.StateDict;

/// Finds where NaN or Infinity comes from.
public final class NonFiniteSearch {
  private NonFiniteSearch() {}

  /// Whether the values that go in are already not finite.
  public static Optional<NonFinite> inInput(float[] values) {
    return in(values, Place.INPUT, "", 0);
  }

  /// The first parameter or buffer that is not finite.
  public static Optional<NonFinite> inState(StateDict state, Place place) {
    for (Map.Entry<String, StateDict.Entry> entry : state.entries().entrySet()) {
      if (entry.getValue() instanceof StateDict.Floats floats) {
        Optional<NonFinite> found = in(floats.values(), place, entry.getKey(), 0);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /// The first layer, as layers end, whose output is not finite on a pass that is made for it.
  ///
  /// No pass of a run depends on what passes before it moved: a layer that moves its running
  /// statistics does not use them. So a net in the state in which the run began makes any pass
  /// again.
  ///
  /// @param net a copy in that state
  /// @param inputs what the passes are given, one after another
  /// @param draws from which `before` other passes draw first
  /// @param pass the pass's number within the run
  public static Optional<NonFinite> inLayers(
      Sequential net, Supplier<Tensor> inputs, Draws draws, int before, int pass) {
    LayerWatch watch = new LayerWatch(pass);
    GradMode.NO_GRAD.run(
        () -> {
          for (int earlier = 0; earlier < before; earlier++) {
            make(net, inputs, Passes.of(earlier, 1, draws));
          }
          make(net, inputs, Passes.of(before, 1, draws).watchedBy(watch));
        });
    return Optional.ofNullable(watch.found);
  }

  private static void make(Sequential net, Supplier<Tensor> inputs, Passes pass) {
    try (Arena _ = Arena.open()) {
      net.apply(inputs.get().forPasses(1), pass);
    }
  }

  private static Optional<NonFinite> in(float[] values, Place place, String name, int pass) {
    float first = 0;
    long count = 0;
    for (float value : values) {
      if (!Float.isFinite(value)) {
        first = count == 0 ? value : first;
        count++;
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(new NonFinite(place, name, pass, first, count, values.length));
  }

  private static final class LayerWatch implements Probe {
    private final int pass;
    private @Nullable NonFinite found;

    LayerWatch(int pass) {
      this.pass = pass;
    }

    @Override
    public void leaving(String layer, Tensor output) {
      if (found == null && !layer.isEmpty()) {
        found = in(output.values(), Place.LAYER, layer, pass).orElse(null);
      }
    }
  }
}
