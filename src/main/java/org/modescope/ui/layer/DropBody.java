package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.modescope.measure.AddedVariance;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.LayerTrace.Stage;
import org.modescope.measure.NormGroup.Moments;
import org.modescope.ui.chart.heat.HeatLook;
import org.modescope.ui.chart.heat.HeatMap;
import org.modescope.ui.chart.layer.AddedVarianceChart;
import org.modescope.ui.chart.layer.AddedVarianceChart.Shaken;
import org.modescope.ui.chart.layer.RepeatsChart;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.words.Text;

/// Input times mask is output; at the right, what more passes of the same input come to.
final class DropBody implements Body {
  private static final int ZEROING = 1;
  private static final int SLOPED_STAGES = 3;

  private final Ends ends;
  private final Text text;
  private final HeatMap mask;
  private final RepeatsChart spread;
  private final AddedVarianceChart added;
  private final Pictured maskCard;
  private final Pictured spreadCard;
  private final Pictured addedCard;
  private final Label times = Grids.sign("×");
  private final Label equal = Grids.sign("=");

  DropBody(LayerViewModel model, ChartExport export, Text text) {
    this.text = text;
    ends = Ends.of(model, export, text, "layer-product");
    mask = new HeatMap(text);
    spread = new RepeatsChart(text);
    added = new AddedVarianceChart(text);
    maskCard = Pictured.of("layer-mask", text.say("trace.card.mask"), mask, export, text);
    spreadCard =
        new Pictured("layer-spread", text.say("trace.card.spread"), spread, export, text)
            .linked(spread.readout()::row, spread.readout()::pin);
    addedCard =
        new Pictured("layer-added", text.say("trace.card.added"), added, export, text)
            .linked(() -> OptionalInt.of(model.faceProperty().get().cell()), model::pointAt);
    mask.onPointed(model::pointAtMiddle);
    setSlim(false);
  }

  @Override
  public void setSlim(boolean isSlim) {
    int high = isSlim ? 1 : 2;
    if (isSlim) {
      ends.columns(31.5, 2.5, 32, 2.5, 31.5);
    } else {
      ends.columns(18, 1.6, 18, 1.6, 18, 42.8);
    }
    ends.rows(50, 50);
    ends.put(ends.inputCard(), 0, 0, 1, high);
    ends.put(times, 1, 0, 1, high);
    ends.put(maskCard, 2, 0, 1, high);
    ends.put(equal, 3, 0, 1, high);
    ends.put(ends.outputCard(), 4, 0, 1, high);
    ends.put(spreadCard, isSlim ? 0 : 5, isSlim ? 1 : 0, isSlim ? 2 : 1, 1);
    ends.put(addedCard, isSlim ? 2 : 5, 1, isSlim ? 3 : 1, 1);
  }

  @Override
  public Region region() {
    return ends.pane();
  }

  @Override
  public void show(LayerFace face) {
    face.trace().ifPresent(trace -> show(face, trace));
    maskCard.show(face.words().middle());
    ends.say(face.words());
    spreadCard.show(face.words().first());
    addedCard.show(face.words().second());
  }

  private void show(LayerFace face, LayerTrace trace) {
    int cell = face.cell();
    float[] x = trace.values(LayerTrace.INPUT);
    Optional<float[]> factors = trace.stage(LayerTrace.MASK).map(Stage::values);
    boolean draws = trace.repeats().isPresent();
    ends.input().show(Optional.of(Sheets.bySample(trace.inputShape(), x, cell)), HeatLook.PLAIN);
    mask.show(
        factors.filter(_ -> draws).map(values -> Sheets.bySample(trace.inputShape(), values, cell)),
        HeatLook.PLAIN.ofKind(HeatLook.Kind.MASK));
    HeatLook crossed =
        draws && factors.isPresent() ? HeatLook.PLAIN.crossedWhere(factors.get()) : HeatLook.PLAIN;
    ends.output()
        .show(
            outputAt(face.stage(), face.stages().size(), trace, factors.filter(_ -> draws))
                .map(values -> Sheets.bySample(trace.outputShape(), values, cell)),
            crossed);
    int other = draws ? Pointing.other(trace, cell) : -1;
    for (HeatMap map : List.of(ends.input(), mask, ends.output())) {
      map.point(cell);
      map.compareWith(other);
    }
    Moments moments = Figures.moments(x);
    spread.show(trace.repeats(), moments.mean(), moments.variance(), trace.mode());
    added.show(
        trace
            .repeats()
            .map(
                repeats ->
                    new Shaken(
                        x,
                        repeats.cellVariances(),
                        AddedVariance.of(trace.spec()),
                        new DropWords(text, trace, cell).formula(),
                        trace.mode())));
    added.point(cell);
  }

  /// What the output is by a stage: nothing while the mask is drawn, then what was not zeroed, then
  /// what comes out.
  private static Optional<float[]> outputAt(
      int stage, int stages, LayerTrace trace, Optional<float[]> factors) {
    if (stage == 0) {
      return Optional.empty();
    }
    if (stage > ZEROING || factors.isEmpty() || stages <= SLOPED_STAGES) {
      return Optional.of(trace.values(LayerTrace.OUTPUT));
    }
    float[] left = trace.values(LayerTrace.INPUT).clone();
    for (int i = 0; i < left.length; i++) {
      left[i] = factors.get()[i] == 0 ? 0 : left[i];
    }
    return Optional.of(left);
  }

  @Override
  public List<Pictured> pictures() {
    return List.of(ends.inputCard(), maskCard, ends.outputCard(), spreadCard, addedCard);
  }
}
