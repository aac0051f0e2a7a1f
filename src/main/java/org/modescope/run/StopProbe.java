package org.modescope.run;

import java.util.function.BooleanSupplier;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.nn.Probe;
import org.modescope.nn.RunningHistory;

/// Ends a pass before its next layer once it is to stop, so that nobody waits for more than one
/// layer of one batch; all else is passed on.
///
/// @param stopped whether to end
/// @param watcher who watches besides
record StopProbe(BooleanSupplier stopped, Probe watcher) implements Probe {

  @Override
  public void entering(String layer, Tensor input) {
    watcher.entering(layer, input);
    PassStoppedException.throwIf(stopped);
  }

  @Override
  public void leaving(String layer, Tensor output) {
    watcher.leaving(layer, output);
  }

  @Override
  public void drew(String layer, Tensor factor) {
    watcher.drew(layer, factor);
  }

  @Override
  public void updated(String layer, Statistics batch, RunningHistory history) {
    watcher.updated(layer, batch, history);
  }
}
