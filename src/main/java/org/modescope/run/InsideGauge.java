package org.modescope.run;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.random.Generator;
import org.modescope.experiment.Batches;
import org.modescope.experiment.InputSpec;
import org.modescope.measure.Inspection.Place;
import org.modescope.measure.Inspector;
import org.modescope.measure.NonFiniteSearch;
import org.modescope.nn.StateDict;
import org.modescope.nn.StreamDraws;

/// Looks into the net on the first pass, and afterwards for what the passes gave reason to look
/// for, on copies of the net.
final class InsideGauge implements Gauge {
  private static final int PASSES_BETWEEN_MARKS = 64;

  private final Inspector inspector;
  private final OutputGauge outputs;
  private final StateDict start;
  private final Generator startGenerator;
  private final long startPasses;
  private Generator marked;
  private int markedPass;
  private boolean isFirst;
  private boolean hasSeenPasses;

  /// @param start the net's state when the series begins
  InsideGauge(LiveNet live, StateDict start, OutputGauge outputs) {
    this.inspector = new Inspector(live.experiment());
    this.outputs = outputs;
    this.start = start;
    this.startGenerator = live.generator().copy();
    this.startPasses = live.passesMade();
    this.marked = startGenerator;
  }

  @Override
  public void started(Setting setting) {
    inspector.found(NonFiniteSearch.inInput(setting.input().values()));
    inspector.found(NonFiniteSearch.inState(start, Place.STARTING_STATE));
  }

  @Override
  public void beforeBlock(Block block) {
    isFirst = block.beginsSeries();
    mark(block);
  }

  @Override
  public void entering(String layer, Tensor input) {
    if (isFirst) {
      inspector.entering(layer, input);
    }
  }

  @Override
  public void drew(String layer, Tensor factor) {
    if (isFirst) {
      inspector.drew(layer, factor);
    }
  }

  @Override
  public void afterBlock(Block block) {
    hasSeenPasses = true;
  }

  @Override
  public void ended(Setting setting) {
    if (!hasSeenPasses) {
      return;
    }
    LiveNet live = setting.live();
    outputs.firstNonFinite().ifPresent(pass -> searchLayers(setting, pass));
    inspector.found(NonFiniteSearch.inState(live.net().buffers(), Place.RUNNING_STATISTIC));
    if (inspector.hasShiftedBatch()) {
      try (var copy = live.copy()) {
        inspector.lookAtRest(copy, setting.input(), new StreamDraws(startGenerator.copy()));
      }
    }
  }

  @Override
  public void tell(ObservationDraft draft) {
    draft.inspection(inspector.summary());
  }

  /// Remembers where the generator stands, now and then, until an output is not finite: that pass
  /// is then made again from there.
  private void mark(Block block) {
    boolean isDue = block.inSeries() - markedPass >= PASSES_BETWEEN_MARKS;
    if (isDue && outputs.firstNonFinite().isEmpty()) {
      marked = block.setting().live().generator().copy();
      markedPass = block.inSeries();
    }
  }

  private void searchLayers(Setting setting, int pass) {
    try (var copy = setting.live().copy()) {
      copy.load(start);
      Generator again = marked.copy();
      inspector.found(
          NonFiniteSearch.inLayers(
              copy, inputs(setting, again), new StreamDraws(again), pass - markedPass, pass));
    }
  }

  /// What the passes are given from the marked one on.
  private Supplier<Tensor> inputs(Setting setting, Generator again) {
    InputSpec input = setting.live().experiment().input();
    if (!input.fresh()) {
      return setting::input;
    }
    Batches batches = setting.live().batches();
    AtomicLong next = new AtomicLong(startPasses + markedPass);
    return () -> Tensor.input(input.shape(), batches.of(next.getAndIncrement(), again));
  }
}
