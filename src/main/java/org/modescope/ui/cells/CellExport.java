package org.modescope.ui.cells;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.modescope.measure.Comparison;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Png;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ExportMenu;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// Takes the cells out of the window: all of them or one, as a picture or a drawing with its title
/// and legend, or as numbers.
final class CellExport {
  private final CellsViewModel model;
  private final ChartExport exports;
  private final Desk desk;
  private final Text text;

  CellExport(CellsViewModel model, ChartExport exports, Desk desk) {
    this.model = model;
    this.exports = exports;
    this.desk = desk;
    text = desk.text();
  }

  /// Offers all six.
  ///
  /// @param button what was pressed
  /// @param shown what is in the picture
  void offer(Node button, Node shown) {
    offer(
        button,
        shown,
        text.say("cells.title"),
        () -> new CellsOnPaper(text).all(face(), legend(face())),
        model::numbers);
  }

  /// Offers one.
  void offer(Node button, Node shown, Place place) {
    offer(
        button,
        shown,
        place.code(),
        () -> new CellsOnPaper(text).alone(face(), place, legend(face())),
        language -> numbers(place, language));
  }

  /// The numbers of one cell.
  ///
  /// @param language what they are named in: for a file, English
  ChartTable numbers(Place place, Text language) {
    return new CellsTable(language).alone(cell(place));
  }

  private Optional<Comparison.Cell> cell(Place place) {
    return face().cells().stream()
        .filter(face -> face.place().equals(place))
        .flatMap(face -> face.measured().stream())
        .findFirst();
  }

  private CellsFace face() {
    return model.faceProperty().get();
  }

  private void offer(
      Node button,
      Node shown,
      String title,
      Supplier<String> svg,
      Function<Text, ChartTable> numbers) {
    MenuItem picture = new MenuItem(text.say("instrument.export.picture"));
    picture.setOnAction(_ -> exports.exportPicture(title, picture(shown, title)));
    MenuItem drawing = new MenuItem(text.say("instrument.export.drawing"));
    drawing.setOnAction(_ -> exports.exportDrawing(title, svg.get()));
    MenuItem values = new MenuItem(text.say("instrument.export.numbers"));
    values.setOnAction(_ -> exports.exportNumbers(title, numbers));
    ContextMenu menu = new ContextMenu(picture, drawing, values, new SeparatorMenuItem());
    menu.getItems()
        .addAll(
            ExportMenu.copies(
                () -> picture(shown, title), () -> numbers.apply(text), exports, text));
    menu.show(button, Side.BOTTOM, 0, 0);
  }

  private Png picture(Node shown, String title) {
    CellsFace face = face();
    ChartPalette palette =
        switch (desk.appearance().brightnessProperty().get()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        };
    return new CellsSheet(palette, title, face.context(), legend(face)).of(shown);
  }

  private List<String> legend(CellsFace face) {
    return List.of(
        text.say("cells.legend.dots"),
        face.common().layer().isEmpty()
            ? text.say("cells.legend.nolines")
            : text.say("cells.legend.lines", "layer", text.layer(face.common().layer())),
        text.say("cells.legend.bar"),
        face.reading().drawn());
  }
}
