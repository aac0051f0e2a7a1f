package org.modescope.run;

import org.modescope.autograd.Node;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.nn.Probe;
import org.modescope.nn.RunningHistory;

/// Lets two watch one step.
///
/// @param inner is nearer to what it watches
record Watches(StepWatch outer, StepWatch inner) implements StepWatch {

  @Override
  public Probe forward() {
    return new Both(outer.forward(), inner.forward());
  }

  @Override
  public void began() {
    outer.began();
    inner.began();
  }

  @Override
  public void zeroed() {
    outer.zeroed();
    inner.zeroed();
  }

  @Override
  public void computed(Tensor loss) {
    outer.computed(loss);
    inner.computed(loss);
  }

  @Override
  public void wentBack(Tensor loss, Node node) {
    outer.wentBack(loss, node);
    inner.wentBack(loss, node);
  }

  @Override
  public void update(int steps, Runnable update) {
    outer.update(steps, () -> inner.update(steps, update));
  }

  private record Both(Probe first, Probe second) implements Probe {
    @Override
    public void entering(String layer, Tensor input) {
      first.entering(layer, input);
      second.entering(layer, input);
    }

    @Override
    public void leaving(String layer, Tensor output) {
      first.leaving(layer, output);
      second.leaving(layer, output);
    }

    @Override
    public void drew(String layer, Tensor factor) {
      first.drew(layer, factor);
      second.drew(layer, factor);
    }

    @Override
    public void updated(String layer, Statistics batch, RunningHistory history) {
      first.updated(layer, batch, history);
      second.updated(layer, batch, history);
    }
  }
}
