package org.modescope.run;

import java.util.List;
import org.modescope.autograd.Graph;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Statistics;
import org.modescope.autograd.Tensor;
import org.modescope.nn.RunningHistory;

/// Several gauges as one: each is told everything, in order.
record Gauges(List<Gauge> all) implements Gauge {

  Gauges {
    all = List.copyOf(all);
  }

  @Override
  public void started(Setting setting) {
    all.forEach(gauge -> gauge.started(setting));
  }

  @Override
  public void beforeBlock(Block block) {
    all.forEach(gauge -> gauge.beforeBlock(block));
  }

  @Override
  public void entering(String layer, Tensor input) {
    all.forEach(gauge -> gauge.entering(layer, input));
  }

  @Override
  public void leaving(String layer, Tensor output) {
    all.forEach(gauge -> gauge.leaving(layer, output));
  }

  @Override
  public void drew(String layer, Tensor factor) {
    all.forEach(gauge -> gauge.drew(layer, factor));
  }

  @Override
  public void updated(String layer, Statistics batch, RunningHistory history) {
    all.forEach(gauge -> gauge.updated(layer, batch, history));
  }

  @Override
  public void outputs(Block block, Shape shape, List<float[]> values) {
    all.forEach(gauge -> gauge.outputs(block, shape, values));
  }

  @Override
  public void graph(Block block, Graph graph, long heldBytes) {
    all.forEach(gauge -> gauge.graph(block, graph, heldBytes));
  }

  @Override
  public void afterBlock(Block block) {
    all.forEach(gauge -> gauge.afterBlock(block));
  }

  @Override
  public void ended(Setting setting) {
    all.forEach(gauge -> gauge.ended(setting));
  }

  @Override
  public void refused(Setting setting) {
    all.forEach(gauge -> gauge.refused(setting));
  }

  @Override
  public void tell(ObservationDraft draft) {
    all.forEach(gauge -> gauge.tell(draft));
  }
}
