package org.modescope.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.nn.Mode;

/// Something to change about an experiment, whichever is in hand when it is changed.
public sealed interface Change {

  /// The experiment with this changed.
  ///
  /// @throws org.modescope.experiment.InvalidValueException if it cannot have that
  Experiment apply(Experiment now);

  /// `net.train()` or `net.eval()`.
  record SwitchMode(Mode mode) implements Change {
    @Override
    public Experiment apply(Experiment now) {
      return now.withMode(mode);
    }
  }

  /// Whether passes are recorded.
  record SwitchGradMode(GradMode gradMode) implements Change {
    @Override
    public Experiment apply(Experiment now) {
      return now.withGradMode(gradMode);
    }
  }

  /// How many rows go in.
  record Rows(int count) implements Change {
    @Override
    public Experiment apply(Experiment now) {
      return now.withInput(now.input().withBatchSize(count));
    }
  }

  /// How many passes a run makes.
  record Passes(int count) implements Change {
    @Override
    public Experiment apply(Experiment now) {
      return now.withPasses(count);
    }
  }

  /// A layer's argument.
  ///
  /// @param layer the name of a layer that stands in no container; where there is none, nothing is
  ///   changed
  record SetArgument(String layer, String argument, @Nullable Object value) implements Change {
    @Override
    public Experiment apply(Experiment now) {
      return withLayer(now, layer, each -> each.with(argument, value));
    }
  }

  /// A layer's own mode.
  ///
  /// @param layer the name of a layer that stands in no container; where there is none, nothing is
  ///   changed
  /// @param mode empty to follow the net
  record SetLayerMode(String layer, Optional<Mode> mode) implements Change {
    @Override
    public Experiment apply(Experiment now) {
      return withLayer(now, layer, each -> each.withMode(mode));
    }
  }

  private static Experiment withLayer(
      Experiment now, String name, UnaryOperator<LayerSpec> changed) {
    List<LayerSpec> layers = new ArrayList<>(now.network());
    layers.replaceAll(layer -> layer.name().equals(name) ? changed.apply(layer) : layer);
    return now.withNetwork(layers);
  }
}
