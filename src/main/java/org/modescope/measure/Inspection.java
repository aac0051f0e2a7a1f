package org.modescope.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// What was noticed inside the net: on the first pass of a run and, where something called for it,
/// on a pass of a copy.
///
/// @param masks what each dropout layer drew on the first pass, by layer
/// @param batches what each layer that normalises by the batch was given on the first pass, by
///   layer
/// @param nonFinite where a number that is not finite appeared first, if one did
public record Inspection(
    SequencedMap<String, Mask> masks,
    SequencedMap<String, Batch> batches,
    Optional<NonFinite> nonFinite) {
  /// Nothing was looked at.
  public static final Inspection NONE =
      new Inspection(new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty());

  public Inspection {
    masks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(masks));
    batches = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(batches));
  }

  /// What a dropout layer drew: for each element, or for each channel of a layer that drops whole
  /// ones.
  ///
  /// @param zeroed how many it dropped
  /// @param of how many there were
  public record Mask(long zeroed, long of) {}

  /// What a layer that normalises by the batch was given.
  ///
  /// @param valuesPerChannel how many values each channel's statistics were taken over
  /// @param variance the input's own variance, ÷ (n − 1), the mean over channels
  /// @param smallestMagnitude the smallest magnitude among the normalised values, before weight and
  ///   bias, where there were two values per channel
  /// @param varianceAtRest the same variance in eval mode, where a dropout layer that drew lies
  ///   before this one
  public record Batch(
      int valuesPerChannel,
      double variance,
      OptionalDouble smallestMagnitude,
      OptionalDouble varianceAtRest) {
    Batch withVarianceAtRest(double atRest) {
      return new Batch(valuesPerChannel, variance, smallestMagnitude, OptionalDouble.of(atRest));
    }
  }

  /// NaN or Infinity, where it appeared first.
  ///
  /// @param place what has it
  /// @param name the layer's path, or the key in the state; empty for the input
  /// @param pass the pass of the run, from 0
  /// @param value the first such value: `NaN`, `Infinity` or `-Infinity`
  /// @param count how many of the values there are not finite
  /// @param of how many values there are
  public record NonFinite(Place place, String name, int pass, float value, long count, long of) {
    /// The layer that has it; empty for the input.
    public String layer() {
      return switch (place) {
        case INPUT -> "";
        case LAYER -> name;
        case STARTING_STATE, RUNNING_STATISTIC -> name.substring(0, name.lastIndexOf('.'));
      };
    }
  }

  /// What can have a number that is not finite.
  public enum Place {
    INPUT,
    STARTING_STATE,
    LAYER,
    RUNNING_STATISTIC
  }
}
