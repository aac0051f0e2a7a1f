package org.modescope.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Training.LastBatch;
import org.modescope.nn.Mode;

/// Something that makes a refused pass possible: what to change, not in which words to say it.
///
/// It edits whatever experiment is in hand, and leaves alone all that it is not about. Where that
/// experiment no longer has what it is about, it changes nothing.
public sealed interface Remedy {

  /// An experiment with this done.
  Experiment apply(Experiment now);

  /// Gives a layer the arguments with which it takes what it is given.
  ///
  /// @param values by argument; those that change
  record FitLayer(String layer, Map<String, @Nullable Object> values) implements Remedy {
    public FitLayer {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Experiment apply(Experiment now) {
      return edited(now, layer, this::fitted);
    }

    private LayerSpec fitted(LayerSpec present) {
      LayerSpec fitted = present;
      for (Map.Entry<String, @Nullable Object> each : values.entrySet()) {
        fitted = fitted.with(each.getKey(), each.getValue());
      }
      return fitted;
    }
  }

  /// Makes rows of images before a Linear, which then takes all of a row's numbers.
  ///
  /// @param before the Linear
  /// @param features how many numbers a row has
  record InsertFlatten(String before, int features) implements Remedy {
    @Override
    public Experiment apply(Experiment now) {
      Experiment fitted = edited(now, before, linear -> linear.with("in_features", features));
      return indexOf(now, before)
          .filter(index -> !isFlatten(now.network(), index - 1))
          .map(index -> fitted.withNetwork(inserted(fitted.network(), index)))
          .orElse(now);
    }

    private static boolean isFlatten(List<LayerSpec> network, int index) {
      return index >= 0 && network.get(index).type() == LayerType.FLATTEN;
    }

    private static List<LayerSpec> inserted(List<LayerSpec> network, int index) {
      List<LayerSpec> changed = new ArrayList<>(network);
      changed.add(index, LayerSpec.of(LayerType.FLATTEN, freeName(network), Map.of()));
      return changed;
    }

    private static String freeName(List<LayerSpec> network) {
      Set<String> taken = network.stream().map(LayerSpec::name).collect(Collectors.toSet());
      return Stream.concat(
              Stream.of("flatten"),
              IntStream.iterate(2, number -> number + 1).mapToObj(number -> "flatten" + number))
          .filter(name -> !taken.contains(name))
          .findFirst()
          .orElseThrow();
    }
  }

  /// Sends more rows through the net.
  record LargerBatch(int rows) implements Remedy {
    @Override
    public Experiment apply(Experiment now) {
      try {
        return now.withInput(now.input().withBatchSize(rows));
      } catch (InvalidValueException hasNotSoMany) {
        return now;
      }
    }
  }

  /// Makes each step of the training one of more rows.
  record LargerSteps(int rows) implements Remedy {
    @Override
    public Experiment apply(Experiment now) {
      return now.withTraining(now.training().map(training -> training.withBatchSize(rows)));
    }
  }

  /// Puts one layer into eval mode, whatever the net's mode is.
  record LayerToEval(String layer) implements Remedy {
    @Override
    public Experiment apply(Experiment now) {
      return edited(now, layer, present -> present.withMode(Optional.of(Mode.EVAL)));
    }
  }

  /// Puts the net into eval mode.
  record NetToEval() implements Remedy {
    @Override
    public Experiment apply(Experiment now) {
      return now.withMode(Mode.EVAL);
    }
  }

  /// Leaves a last short batch out of the training: `drop_last`.
  record DropLast() implements Remedy {
    @Override
    public Experiment apply(Experiment now) {
      return now.withTraining(
          now.training().map(training -> training.withLastBatch(LastBatch.DROPPED)));
    }
  }

  /// @param path of the layer: its name, behind those of what it is in
  private static Experiment edited(Experiment now, String path, UnaryOperator<LayerSpec> change) {
    try {
      return now.withNetwork(edited(now.network(), path, change));
    } catch (InvalidValueException isAnotherLayerByNow) {
      return now;
    }
  }

  private static List<LayerSpec> edited(
      List<LayerSpec> layers, String path, UnaryOperator<LayerSpec> change) {
    return layers.stream()
        .map(
            layer -> {
              if (layer.name().equals(path)) {
                return change.apply(layer);
              }
              String within = layer.name() + ".";
              return path.startsWith(within)
                  ? editedWithin(layer, path.substring(within.length()), change)
                  : layer;
            })
        .toList();
  }

  private static LayerSpec editedWithin(
      LayerSpec container, String path, UnaryOperator<LayerSpec> change) {
    LayerSpec edited = container;
    for (String argument : container.type().layerArguments()) {
      edited = edited.with(argument, edited(container.layers(argument), path, change));
    }
    return edited;
  }

  private static Optional<Integer> indexOf(Experiment experiment, String layer) {
    return IntStream.range(0, experiment.network().size())
        .filter(index -> experiment.network().get(index).name().equals(layer))
        .boxed()
        .findFirst();
  }
}
