package org.modescope.ui.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.modescope.autograd.Shape;
import org.modescope.experiment.DataSet;
import org.modescope.experiment.Rows;
import org.modescope.nn.Pair;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.heat.HeatColors;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.theme.Brightness;
import org.modescope.words.Text;

/// The tab of the data sets that ship with the program: the batch as pictures, or as rows of
/// numbers, in its order.
final class DataSetPart implements TabPart {
  private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("in-focus");
  private static final double MOST_INK = 16;
  private static final int SIDE = 40;
  private static final int MOST_LINES_OF_PICTURES = 3;
  private static final double PICTURE_EM = 0.9;
  private static final double AROUND_EM = 3.4;
  private static final int MOST_LINES = 8;

  private final InputSheetViewModel model;
  private final DataSetDraft draft;
  private final Desk desk;
  private final Text text;
  private final VBox top = new VBox();
  private final TilePane pictures = new TilePane();
  private final RowsTable table;
  private final Label about = Parts.muted("");
  private final CheckBox flatten = new CheckBox();
  private final Label flattens = new Label();
  private final CheckBox standardize = new CheckBox();
  private final Label standardizes = new Label();
  private final CheckBox labelled = new CheckBox();
  private final Label learns = new Label();
  private final HBox options;
  private final VBox flattenOption;
  private Optional<Shown> shown = Optional.empty();
  private int mostPictures = 32;

  /// What the pictures are of.
  private record Shown(DataSet dataSet, Rows rows, int focused, Brightness brightness, int most) {}

  DataSetPart(InputSheetViewModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    draft = model.dataSet();
    text = desk.text();
    table = new RowsTable(text);
    top.getStyleClass().add("sheet-part");
    pictures.getStyleClass().add("sheet-pictures");
    pictures.addEventHandler(KeyEvent.KEY_PRESSED, this::leaf);
    top.getChildren().addAll(chooser(), pictures, table);
    flatten.setId("input-flatten");
    flatten.setText(text.say("sheet.flatten"));
    flatten.selectedProperty().bindBidirectional(draft.flattenProperty());
    standardize.setId("input-standardize");
    standardize.setText(text.say("sheet.standardize"));
    standardize.selectedProperty().bindBidirectional(draft.standardizeProperty());
    labelled.setId("input-labelled");
    labelled.setText(text.say("sheet.labelled"));
    labelled.selectedProperty().bindBidirectional(draft.labelledProperty());
    learns.setWrapText(true);
    flattens.setWrapText(true);
    standardizes.setWrapText(true);
    flattenOption = Parts.option(flatten, flattens);
    options =
        Parts.row(
            "sheet-options",
            flattenOption,
            Parts.option(standardize, standardizes),
            Parts.option(labelled, learns));
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> refresh());
  }

  private HBox chooser() {
    SegmentedControl<DataSet> sets = new SegmentedControl<>();
    sets.setId("input-data-sets");
    sets.offer(
        List.of(DataSet.values()).stream()
            .map(
                each ->
                    new SegmentedControl.Choice<>(
                        each,
                        each.key(),
                        text.say("sheet.data-set." + each.key(), "rows", each.rows()),
                        "plain"))
            .toList());
    sets.getChildren().forEach(each -> each.getStyleClass().add("verbatim"));
    sets.setMinWidth(HBox.USE_PREF_SIZE);
    sets.valueProperty().bindBidirectional(draft.chosenProperty());
    HBox.setHgrow(about, javafx.scene.layout.Priority.ALWAYS);
    about.setMaxWidth(Double.MAX_VALUE);
    return Parts.row(
        "sheet-chooser",
        sets,
        about,
        step("input-back", "chevron-left", "sheet.leaf.back", -1),
        Parts.field("input-first", draft.first(), text.say("sheet.rows.help")),
        Parts.field("input-last", draft.last(), text.say("sheet.rows.to.help")),
        step("input-on", "chevron-right", "sheet.leaf.on", 1));
  }

  private Button step(String id, String icon, String key, int batches) {
    Button step = new Button("", new Icon(icon));
    step.setId(id);
    step.getStyleClass().add("tool");
    step.setAccessibleText(text.say(key));
    org.modescope.ui.control.Hint.setText(step, text.say(key));
    step.setOnAction(_ -> draft.leaf(batches));
    return step;
  }

  private void leaf(KeyEvent press) {
    if (press.getCode() == KeyCode.PAGE_DOWN || press.getCode() == KeyCode.PAGE_UP) {
      draft.leaf(press.getCode() == KeyCode.PAGE_DOWN ? 1 : -1);
      press.consume();
    }
  }

  @Override
  public Node top() {
    return top;
  }

  @Override
  public Node options() {
    return options;
  }

  @Override
  public void fit(double width, boolean isShort) {
    double em = desk.appearance().fontSize();
    int inLine = (int) Math.max(1, (width - AROUND_EM * em) / (SIDE + PICTURE_EM * em));
    int most = inLine * (isShort ? 1 : MOST_LINES_OF_PICTURES) - 1;
    if (most != mostPictures && most > 0) {
      mostPictures = most;
      refresh();
    }
  }

  @Override
  public void refresh() {
    if (model.tabProperty().get() != InputTab.DATA_SET) {
      return;
    }
    Shown now =
        new Shown(
            draft.source().dataSet(),
            draft.source().rows(),
            model.row(),
            desk.appearance().brightnessProperty().get(),
            mostPictures);
    if (!shown.equals(Optional.of(now))) {
      shown = Optional.of(now);
      showRows(now);
    }
    about.setText(text.say("sheet.data-set." + now.dataSet().key(), "rows", draft.available()));
    Optional<Pair> size = draft.imageSize();
    Parts.show(flattenOption, size.isPresent());
    int count = now.rows().count();
    size.ifPresent(
        each ->
            flattens.setText(
                text.say(
                    "sheet.flatten.does",
                    "from",
                    Shape.of(count, 1, each.height(), each.width()).toString(),
                    "to",
                    Shape.of(count, each.height() * each.width()).toString())));
    learns.setText(text.say("sheet.labelled.does", "classes", draft.classes()));
    boolean isByPixel = size.isEmpty() || draft.source().flatten();
    standardizes.setText(
        text.say(
            size.isPresent() && !isByPixel ? "sheet.standardize.all" : "sheet.standardize.each",
            "rows",
            count));
  }

  private void showRows(Shown now) {
    Optional<Pair> size = draft.imageSize();
    Parts.show(pictures, size.isPresent());
    Parts.show(table, size.isEmpty());
    if (size.isPresent()) {
      showPictures(now, size.get());
    } else {
      showTable(now);
    }
  }

  private void showPictures(Shown now, Pair size) {
    HeatColors colors =
        HeatColors.on(
            now.brightness() == Brightness.LIGHT ? ChartPalette.light() : ChartPalette.dark());
    List<Node> tiles = new ArrayList<>();
    int count = now.rows().count();
    int from = firstShown(now.focused(), count, now.most());
    for (int i = from; i < Math.min(count, from + now.most()); i++) {
      tiles.add(tile(now.rows().first() + i, i, i == now.focused(), size, colors));
    }
    tiles.add(more(now));
    boolean hadFocus = pictures.getChildren().stream().anyMatch(Node::isFocused);
    pictures.getChildren().setAll(tiles);
    if (hadFocus) {
      pictures.getChildren().get(now.focused() - from).requestFocus();
    }
  }

  /// Of more rows than can be shown, a part around the one in focus.
  private static int firstShown(int focused, int count, int most) {
    return Math.clamp(focused / most * most, 0, Math.max(0, count - 1));
  }

  private Button tile(int row, int place, boolean isInFocus, Pair size, HeatColors colors) {
    ImageView picture = PixelPicture.of(draft.stored(row), size, MOST_INK, SIDE, colors);
    Label number = new Label(Integer.toString(row));
    Label label = new Label(Integer.toString(draft.label(row)));
    label.getStyleClass().add("sheet-picture-label");
    HBox below = Parts.row("sheet-picture-below", number, Parts.gap(), label);
    Button tile = new Button();
    tile.setGraphic(new VBox(picture, below));
    tile.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    tile.getStyleClass().setAll("sheet-picture");
    tile.setId("input-picture-" + row);
    tile.setAccessibleText(text.say("sheet.row.labelled", "row", row, "label", draft.label(row)));
    tile.pseudoClassStateChanged(FOCUSED, isInFocus);
    tile.setOnAction(_ -> model.focus(place));
    tile.setOnKeyPressed(press -> move(press, place));
    return tile;
  }

  private void move(KeyEvent press, int place) {
    int count = draft.source().rows().count();
    int next =
        switch (press.getCode()) {
          case LEFT -> place - 1;
          case RIGHT -> place + 1;
          default -> place;
        };
    if (next != place) {
      model.focus(Math.clamp(next, 0, count - 1));
      press.consume();
    }
  }

  private Label more(Shown now) {
    Label more = new Label(text.say("sheet.more", "rows", draft.available() - now.rows().count()));
    more.getStyleClass().add("sheet-picture-more");
    more.setWrapText(true);
    return more;
  }

  private void showTable(Shown now) {
    List<String> names = new ArrayList<>(now.dataSet().table(List.of()).columns().keySet());
    List<RowsTable.Line> lines = new ArrayList<>();
    int count = now.rows().count();
    int from = firstShown(now.focused(), count, MOST_LINES);
    for (int i = from; i < Math.min(count, from + MOST_LINES); i++) {
      int row = now.rows().first() + i;
      List<String> cells = new ArrayList<>();
      for (float value : draft.stored(row)) {
        cells.add(Float.toString(value));
      }
      cells.add(Integer.toString(draft.label(row)));
      lines.add(new RowsTable.Line(row, cells, true, i));
    }
    table.show(names, lines, model::focus, now.focused());
  }
}
