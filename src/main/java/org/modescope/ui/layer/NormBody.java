package org.modescope.ui.layer;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.layout.GridPane;
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

  private final HeatMap input;
  private final NormStagesChart stages;
  private final HeatMap output;
  private final Pictured inputCard;
  private final Pictured stagesCard;
  private final Pictured outputCard;
  private final GridPane pane = new GridPane();

  NormBody(LayerViewModel model, ChartExport export, Text text) {
    input = new HeatMap(text);
    stages = new NormStagesChart(text);
    output = new HeatMap(text);
    inputCard = Pictured.of("layer-input", text.say("trace.card.input"), input, export, text);
    stagesCard =
        new Pictured("layer-stages", text.say("trace.card.stages"), stages, export, text)
            .linked(
                () -> group(model).map(group -> OptionalInt.of(group.pointed())).orElse(NO_ROW),
                row -> group(model).ifPresent(group -> model.pointAt(group.indices()[row])));
    outputCard = Pictured.of("layer-output", text.say("trace.card.output"), output, export, text);
    input.onPointed(model::pointAtInput);
    output.onPointed(model::pointAt);
    stages.onStage(model.playback()::go);
    pane.getStyleClass().add("layer-body");
    setSlim(false);
  }

  private static Optional<NormGroup> group(LayerViewModel model) {
    return model.faceProperty().get().norm().map(NormScene::group);
  }

  @Override
  public void setSlim(boolean isSlim) {
    if (isSlim) {
      Grids.columns(pane, 50, 50);
      Grids.rows(pane, 58, 42);
      Grids.put(pane, stagesCard.card(), 0, 0, 2, 1);
      Grids.put(pane, inputCard.card(), 0, 1, 1, 1);
      Grids.put(pane, outputCard.card(), 1, 1, 1, 1);
    } else {
      Grids.columns(pane, 18.2, 63.6, 18.2);
      Grids.put(pane, inputCard.card(), 0, 0, 1, 1);
      Grids.put(pane, stagesCard.card(), 1, 0, 1, 1);
      Grids.put(pane, outputCard.card(), 2, 0, 1, 1);
    }
  }

  @Override
  public Region region() {
    return pane;
  }

  @Override
  public void show(LayerFace face) {
    Optional<LayerTrace> trace = face.trace();
    show(input, trace, LayerTrace.INPUT, face.cell());
    show(output, trace, LayerTrace.OUTPUT, face.cell());
    stages.show(face.norm());
    inputCard.show(face.words().input());
    stagesCard.show(face.words().middle());
    outputCard.show(face.words().output());
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
    return List.of(inputCard, stagesCard, outputCard);
  }
}
