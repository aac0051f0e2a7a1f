package org.modescope.nn;

import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;

/// Watches passes from inside. A probe may read what it is handed, during the call only, and must
/// not change it.
public interface Probe {
  /// Watches nothing.
  Probe NONE = new Probe() {};

  /// A layer is about to compute.
  default void entering(String layer, Tensor input) {}

  /// A layer has computed.
  default void leaving(String layer, Tensor output) {}

  /// A random layer has drawn its factor for every pass of the block.
  default void drew(String layer, Tensor factor) {}

  /// A layer has moved its running statistics.
  ///
  /// @param batch the statistics of each pass's batch; those of a layer that normalises each sample
  ///   by itself are per sample and channel, a sample's channels in a row
  /// @param history the running statistics after each pass
  default void updated(String layer, Statistics batch, RunningHistory history) {}
}
