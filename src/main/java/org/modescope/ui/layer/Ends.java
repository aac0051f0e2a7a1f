package org.modescope.ui.layer;

import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import org.modescope.ui.chart.heat.HeatMap;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.words.Text;

/// What every kind of layer has: the pictures of what goes in and of what comes out, and the pane
/// in which they stand beside those of its own.
record Ends(GridPane pane, HeatMap input, HeatMap output, Pictured inputCard, Pictured outputCard) {

  /// @param styles the pane's
  static Ends of(LayerViewModel model, ChartExport export, Text text, String... styles) {
    HeatMap input = new HeatMap(text);
    HeatMap output = new HeatMap(text);
    input.onPointed(model::pointAtInput);
    output.onPointed(model::pointAt);
    GridPane pane = new GridPane();
    pane.getStyleClass().add("layer-body");
    pane.getStyleClass().addAll(styles);
    return new Ends(
        pane,
        input,
        output,
        Pictured.of("layer-input", text.say("trace.card.input"), input, export, text),
        Pictured.of("layer-output", text.say("trace.card.output"), output, export, text));
  }

  void columns(double... shares) {
    Grids.columns(pane, shares);
  }

  void rows(double... shares) {
    Grids.rows(pane, shares);
  }

  void put(Pictured picture, int column, int row, int columns, int rows) {
    put(picture.card(), column, row, columns, rows);
  }

  void put(Node node, int column, int row, int columns, int rows) {
    Grids.put(pane, node, column, row, columns, rows);
  }

  /// Says what stands around both.
  void say(LayerFace.Words words) {
    inputCard.show(words.input());
    outputCard.show(words.output());
  }
}
