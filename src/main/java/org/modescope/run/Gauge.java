package org.modescope.run;

import java.util.List;
import org.modescope.autograd.Graph;
import org.modescope.autograd.Shape;
import org.modescope.nn.Probe;

/// Watches passes and keeps what it saw of them.
///
/// A run calls its gauges on its own thread: [#started], for each block of passes [#beforeBlock],
/// what layers tell as a [Probe], [#outputs], [#graph] and [#afterBlock], and in the end [#ended]
/// or [#refused]. A gauge changes neither the net nor what is computed.
interface Gauge extends Probe {

  /// A run begins: the first of a series, or one that goes on with it.
  default void started(Setting setting) {}

  default void beforeBlock(Block block) {}

  /// What came out of each pass, row-major; the arrays may be kept, but must not be changed.
  default void outputs(Block block, Shape shape, List<float[]> values) {}

  /// What a block recorded, before anything of it is freed.
  ///
  /// @param heldBytes what the block left allocated without its output, measured
  default void graph(Block block, Graph graph, long heldBytes) {}

  default void afterBlock(Block block) {}

  /// All passes of the run are made, or it was stopped.
  default void ended(Setting setting) {}

  /// The net refused a pass, which ends the run.
  default void refused(Setting setting) {}

  /// Puts what it saw so far into a snapshot.
  default void tell(ObservationDraft draft) {}
}
