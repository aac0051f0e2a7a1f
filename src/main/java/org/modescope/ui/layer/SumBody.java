package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Grid;
import org.modescope.autograd.Shape;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.Windows;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.LayerTrace.Stage;
import org.modescope.measure.Terms;
import org.modescope.ui.chart.heat.HeatLook;
import org.modescope.ui.chart.heat.HeatLook.Block;
import org.modescope.ui.chart.heat.HeatMap;
import org.modescope.ui.chart.heat.HeatSheet;
import org.modescope.ui.chart.layer.TermsChart;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.words.Text;

/// A row of the input times a row of the weight, or a window times a kernel, and how the products
/// add up to an output.
final class SumBody implements Body {
  private static final int WEIGHT = 1;
  private static final int PRODUCTS = 2;
  private static final int BIAS = 3;

  private final Ends ends;
  private final Text text;
  private final HeatMap weight;
  private final TermsChart terms;
  private final Pictured weightCard;
  private final Pictured termsCard;
  private final Label times = Grids.sign("·");
  private final Label equal = Grids.sign("=");
  private @Nullable Terms shown;
  private boolean hasWeight;

  SumBody(LayerViewModel model, ChartExport export, Text text) {
    this.text = text;
    ends = Ends.of(model, export, text, "layer-product");
    weight = new HeatMap(text);
    terms = new TermsChart(text);
    weightCard = Pictured.of("layer-weight", text.say("trace.card.weight"), weight, export, text);
    termsCard =
        new Pictured("layer-terms", text.say("trace.card.terms"), terms, export, text)
            .linked(terms.readout()::row, terms.readout()::pin);
    terms.readout().onPointed(_ -> pointAtTerm());
    weight.onPointed(model::pointAtMiddle);
    setSlim(false);
  }

  @Override
  public void setSlim(boolean isSlim) {
    if (isSlim) {
      ends.columns(31.5, 2.5, 32, 2.5, 31.5);
      ends.rows(50, 50);
    } else {
      ends.columns(20, 1.6, 20, 1.6, 36.8, 20);
    }
    ends.put(ends.inputCard(), 0, 0, 1, 1);
    ends.put(times, 1, 0, 1, 1);
    ends.put(weightCard, 2, 0, 1, 1);
    ends.put(equal, 3, 0, 1, 1);
    ends.put(termsCard, isSlim ? 0 : 4, isSlim ? 1 : 0, isSlim ? 5 : 1, 1);
    ends.put(ends.outputCard(), isSlim ? 4 : 5, 0, 1, 1);
  }

  @Override
  public Region region() {
    return ends.pane();
  }

  @Override
  public void show(LayerFace face) {
    face.trace().ifPresent(trace -> show(face, trace));
    weightCard.show(face.words().middle());
    ends.say(face.words());
    termsCard.show(face.words().first());
  }

  private void show(LayerFace face, LayerTrace trace) {
    boolean isLinear = trace.spec().type() == LayerType.LINEAR;
    Terms sum = Terms.of(trace, face.cell());
    Stage weights = trace.parameter("weight").orElseThrow();
    float[] x = trace.values(LayerTrace.INPUT);
    int sample = firstInside(sum);
    boolean framesWeight = face.stage() >= WEIGHT;
    if (isLinear) {
      int row = sum.inputs()[0] / features(trace);
      int unit = sum.weights()[0] / features(trace);
      ends.input()
          .show(Optional.of(tableOf(trace.inputShape(), x)), HeatLook.PLAIN.framingRow(row));
      weight.show(
          Optional.of(tableOf(weights.shape(), weights.values())),
          framesWeight ? HeatLook.PLAIN.framingRow(unit) : HeatLook.PLAIN);
      ends.output()
          .show(
              Optional.of(tableOf(trace.outputShape(), trace.values(LayerTrace.OUTPUT))),
              HeatLook.PLAIN);
    } else {
      ends.input()
          .show(
              Optional.of(Sheets.bySample(trace.inputShape(), x, sample)),
              HeatLook.PLAIN.framingBlock(window(trace, face.cell())));
      weight.show(
          Optional.of(Sheets.bySample(weights.shape(), weights.values(), sum.weights()[0])),
          HeatLook.PLAIN);
      ends.output()
          .show(
              Optional.of(
                  Sheets.bySample(
                      trace.outputShape(), trace.values(LayerTrace.OUTPUT), face.cell())),
              HeatLook.PLAIN);
    }
    shown = sum;
    hasWeight = framesWeight;
    ends.output().point(face.stage() >= BIAS ? face.cell() : -1);
    terms.show(Optional.of(sum), steps(face, sum), result(face, sum));
    pointAtTerm();
  }

  /// The term that is pointed at in the sum, or the largest.
  private void pointAtTerm() {
    if (shown != null) {
      int term = terms.readout().row().orElse(shown.inputs().length);
      int at = term < shown.inputs().length ? term : shown.largest();
      ends.input().point(shown.inputs()[at]);
      weight.point(hasWeight ? shown.weights()[at] : -1);
    }
  }

  private static int features(LayerTrace trace) {
    return trace.inputShape().size(-1);
  }

  /// All axes but the last one down: a linear map takes each line by itself.
  private static HeatSheet tableOf(Shape shape, float[] values) {
    int columns = shape.size(-1);
    return HeatSheet.table(Shape.of(values.length / Math.max(1, columns), columns), values);
  }

  private static int firstInside(Terms sum) {
    for (int index : sum.inputs()) {
      if (index >= 0) {
        return index;
      }
    }
    return 0;
  }

  private static Block window(LayerTrace trace, int cell) {
    Grid grid = Windows.of(trace.spec());
    Shape out = trace.outputShape();
    int y = cell / out.size(-1) % out.size(-2);
    int x = cell % out.size(-1);
    return new Block(
        y * grid.strideHeight() - grid.paddingHeight(),
        x * grid.strideWidth() - grid.paddingWidth(),
        (grid.height() - 1) * grid.dilationHeight() + 1,
        (grid.width() - 1) * grid.dilationWidth() + 1);
  }

  /// How many steps are drawn by now: products come one after another, the bias last.
  private static int steps(LayerFace face, Terms sum) {
    int products = Math.min(TermsChart.MOST, sum.x().length);
    int rest = sum.x().length > products ? 1 : 0;
    if (face.stage() < PRODUCTS) {
      return 0;
    }
    return face.stage() == PRODUCTS
        ? (int) Math.ceil((products + rest) * face.progress())
        : products + rest + 1;
  }

  private String result(LayerFace face, Terms sum) {
    return face.stage() >= BIAS
        ? text.say("trace.sum.result", "y", text.numbers().fixed(sum.output(), 4))
        : "";
  }

  @Override
  public List<Pictured> pictures() {
    return List.of(ends.inputCard(), weightCard, ends.outputCard(), termsCard);
  }
}
