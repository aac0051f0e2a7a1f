package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.modescope.measure.LayerTrace;
import org.modescope.ui.chart.heat.HeatLook;
import org.modescope.ui.chart.layer.ThroughChart;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.words.Text;

/// What goes in, what comes out, and where both have the same shape, one against the other.
final class ThroughBody implements Body {
  private final Ends ends;
  private final ThroughChart curve;
  private final Pictured curveCard;
  private final Label becomes = Grids.sign("→");

  ThroughBody(LayerViewModel model, ChartExport export, Text text) {
    ends = Ends.of(model, export, text, "layer-product");
    curve = new ThroughChart(text);
    curveCard =
        new Pictured("layer-curve", text.say("trace.card.curve"), curve, export, text)
            .linked(() -> OptionalInt.of(model.faceProperty().get().cell()), model::pointAt);
    setSlim(false);
  }

  @Override
  public void setSlim(boolean isSlim) {
    if (isSlim) {
      ends.columns(48, 4, 48);
      ends.rows(50, 50);
    } else {
      ends.columns(28, 2, 28, 42);
    }
    ends.put(ends.inputCard(), 0, 0, 1, 1);
    ends.put(becomes, 1, 0, 1, 1);
    ends.put(ends.outputCard(), 2, 0, 1, 1);
    ends.put(curveCard, isSlim ? 0 : 3, isSlim ? 1 : 0, isSlim ? 3 : 1, 1);
  }

  @Override
  public Region region() {
    return ends.pane();
  }

  @Override
  public void show(LayerFace face) {
    face.trace().ifPresent(trace -> show(face, trace));
    ends.say(face.words());
    curveCard.show(face.words().first());
  }

  private void show(LayerFace face, LayerTrace trace) {
    boolean isElementwise = trace.inputShape().equals(trace.outputShape());
    int cell = face.cell();
    float[] x = trace.values(LayerTrace.INPUT);
    float[] y = trace.values(LayerTrace.OUTPUT);
    int from = isElementwise ? cell : sample(trace, cell) * (x.length / samples(trace));
    ends.input().show(Optional.of(Sheets.bySample(trace.inputShape(), x, from)), HeatLook.PLAIN);
    ends.output()
        .show(
            face.stage() == 0
                ? Optional.empty()
                : Optional.of(Sheets.bySample(trace.outputShape(), y, cell)),
            HeatLook.PLAIN);
    ends.input().point(isElementwise ? cell : -1);
    ends.output().point(cell);
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
    return List.of(ends.inputCard(), ends.outputCard(), curveCard);
  }
}
