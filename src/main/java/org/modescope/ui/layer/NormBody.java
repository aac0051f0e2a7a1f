package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.layout.Region;
import org.modescope.autograd.Shape;
import org.modescope.measure.LayerTrace;
import org.modescope.measure.NormGroup;
import org.modescope.ui.chart.heat.HeatLook;
import org.modescope.ui.chart.heat.HeatMap;
import org.modescope.ui.chart.heat.HeatSheet;
import org.modescope.ui.chart.layer.NormScene;
import org.modescope.ui.chart.layer.NormStagesChart;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.words.Text;

/// A normalisation: what goes in, the stages of what is normalised together, and what comes out.
final class NormBody implements Body {
  private static final OptionalInt NO_ROW = OptionalInt.empty();

  private final Ends ends;
  private final NormStagesChart stages;
  private final Pictured stagesCard;

  NormBody(LayerViewModel model, ChartExport export, Text text) {
    ends = Ends.of(model, export, text);
    stages = new NormStagesChart(text);
    stagesCard =
        new Pictured("layer-stages", text.say("trace.card.stages"), stages, export, text)
            .linked(
                () -> group(model).map(group -> OptionalInt.of(group.pointed())).orElse(NO_ROW),
                row -> group(model).ifPresent(group -> model.pointAt(group.indices()[row])));
    stages.onStage(model.playback()::go);
    setSlim(false);
  }

  private static Optional<NormGroup> group(LayerViewModel model) {
    return model.faceProperty().get().norm().map(NormScene::group);
  }

  @Override
  public void setSlim(boolean isSlim) {
    if (isSlim) {
      ends.columns(50, 50);
      ends.rows(58, 42);
      ends.put(stagesCard, 0, 0, 2, 1);
      ends.put(ends.inputCard(), 0, 1, 1, 1);
      ends.put(ends.outputCard(), 1, 1, 1, 1);
    } else {
      ends.columns(18.2, 63.6, 18.2);
      ends.put(ends.inputCard(), 0, 0, 1, 1);
      ends.put(stagesCard, 1, 0, 1, 1);
      ends.put(ends.outputCard(), 2, 0, 1, 1);
    }
  }

  @Override
  public Region region() {
    return ends.pane();
  }

  @Override
  public void show(LayerFace face) {
    Optional<LayerTrace> trace = face.trace();
    show(ends.input(), trace, LayerTrace.INPUT, face.cell());
    show(ends.output(), trace, LayerTrace.OUTPUT, face.cell());
    stages.show(face.norm());
    stagesCard.show(face.words().middle());
    ends.say(face.words());
  }

  private static void show(HeatMap map, Optional<LayerTrace> trace, String stage, int cell) {
    if (trace.isEmpty()) {
      map.show(Optional.empty(), HeatLook.PLAIN);
      return;
    }
    boolean isBatch = trace.get().spec().type().isBatchNorm();
    Shape shape = trace.get().inputShape();
    float[] values = trace.get().values(stage);
    int[] at = new CellPlace(shape, cell).at();
    HeatSheet sheet =
        isBatch ? Sheets.byChannel(shape, values, cell) : Sheets.bySample(shape, values, cell);
    HeatLook look = HeatLook.PLAIN;
    if (shape.rank() == 2) {
      look = isBatch ? look.framingColumn(at[1]) : look.framingRow(at[0]);
    }
    map.show(Optional.of(sheet), look);
    map.point(cell);
  }

  @Override
  public List<Pictured> pictures() {
    return List.of(ends.inputCard(), stagesCard, ends.outputCard());
  }
}
