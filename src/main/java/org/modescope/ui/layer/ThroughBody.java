package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.modescope.measure.LayerTrace;
import org.modescope.ui.chart.heat.HeatLook;
import org.modescope.ui.chart.heat.HeatMap;
import org.modescope.ui.chart.layer.ThroughChart;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.words.Text;

/// What goes in, what comes out, and where both have the same shape, one against the other.
final class ThroughBody implements Body {
  private final HeatMap input;
  private final HeatMap output;
  private final ThroughChart curve;
  private final Pictured inputCard;
  private final Pictured outputCard;
  private final Pictured curveCard;
  private final Label becomes = Grids.sign("→");
  private final GridPane pane = new GridPane();

  ThroughBody(LayerViewModel model, ChartExport export, Text text) {
    input = new HeatMap(text);
    output = new HeatMap(text);
    curve = new ThroughChart(text);
    inputCard = Pictured.of("layer-input", text.say("trace.card.input"), input, export, text);
    outputCard = Pictured.of("layer-output", text.say("trace.card.output"), output, export, text);
    curveCard =
        new Pictured("layer-curve", text.say("trace.card.curve"), curve, export, text)
            .linked(() -> OptionalInt.of(model.faceProperty().get().cell()), model::pointAt);
    input.onPointed(model::pointAtInput);
    output.onPointed(model::pointAt);
    pane.getStyleClass().addAll("layer-body", "layer-product");
    setSlim(false);
  }

  @Override
  public void setSlim(boolean isSlim) {
    if (isSlim) {
      Grids.columns(pane, 48, 4, 48);
      Grids.rows(pane, 50, 50);
    } else {
      Grids.columns(pane, 28, 2, 28, 42);
    }
    Grids.put(pane, inputCard.card(), 0, 0, 1, 1);
    Grids.put(pane, becomes, 1, 0, 1, 1);
    Grids.put(pane, outputCard.card(), 2, 0, 1, 1);
    Grids.put(pane, curveCard.card(), isSlim ? 0 : 3, isSlim ? 1 : 0, isSlim ? 3 : 1, 1);
  }

  @Override
  public Region region() {
    return pane;
  }

  @Override
  public void show(LayerFace face) {
    face.trace().ifPresent(trace -> show(face, trace));
    inputCard.show(face.words().input());
    outputCard.show(face.words().output());
    curveCard.show(face.words().first());
  }

  private void show(LayerFace face, LayerTrace trace) {
    boolean isElementwise = trace.inputShape().equals(trace.outputShape());
    int cell = face.cell();
    float[] x = trace.values(LayerTrace.INPUT);
    float[] y = trace.values(LayerTrace.OUTPUT);
    int from = isElementwise ? cell : sample(trace, cell) * (x.length / samples(trace));
    input.show(Optional.of(Sheets.bySample(trace.inputShape(), x, from)), HeatLook.PLAIN);
    output.show(
        face.stage() == 0
            ? Optional.empty()
            : Optional.of(Sheets.bySample(trace.outputShape(), y, cell)),
        HeatLook.PLAIN);
    input.point(isElementwise ? cell : -1);
    output.point(cell);
    curve.show(isElementwise && face.stage() > 0 ? x : null, y, trace.mode());
    curve.point(cell);
  }

  private static int sample(LayerTrace trace, int cell) {
    int[] at = new CellPlace(trace.outputShape(), cell).at();
    return at.length == 0 ? 0 : Math.min(at[0], samples(trace) - 1);
  }

  private static int samples(LayerTrace trace) {
    return trace.inputShape().rank() == 0 ? 1 : Math.max(1, trace.inputShape().size(0));
  }

  @Override
  public List<Pictured> pictures() {
    return List.of(inputCard, outputCard, curveCard);
  }
}
