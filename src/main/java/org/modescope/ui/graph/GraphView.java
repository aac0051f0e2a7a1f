package org.modescope.ui.graph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.experiment.PlacedLayer;
import org.modescope.files.graph.GraphDrawing;
import org.modescope.files.graph.GraphLook.Moment;
import org.modescope.files.graph.Spot;
import org.modescope.files.graph.SvgFile;
import org.modescope.measure.AutogradGraph.Counting;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.control.SegmentedControl.Choice;
import org.modescope.ui.control.TrialButtons;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.glossary.ToldText;
import org.modescope.ui.glossary.ToldText.Part;
import org.modescope.ui.graph.GraphFace.Empty;
import org.modescope.ui.graph.GraphFace.Reading;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.instrument.ExportMenu;
import org.modescope.ui.instrument.ValueTable;
import org.modescope.ui.picker.FilePicker.Kind;
import org.modescope.ui.screen.Desk;
import org.modescope.words.Text;

/// The page: the picture with its map, what is chosen in it, and the reading.
final class GraphView {
  private static final double STEP = 1.25;

  /// Lengths as multiples of the size of text.
  private static final double ROOMY_WIDTH = 62;

  private static final double ROOMY_HEIGHT = 38;
  private static final double MAP_SHARE = 0.15;
  private static final List<String> TONES = List.of("tone-grad", "tone-quiet", "tone-problem");
  private static final List<String> EDGES =
      List.of("reading-grad", "reading-neutral", "reading-problem");

  private final GraphViewModel model;
  private final ChartExport exports;
  private final Desk desk;
  private final Text text;
  private final GraphPane pane;
  private final GraphMap map;
  private final GraphSideView sideCard;
  private @Nullable ValueTable table;
  private int found = -1;
  private boolean isExplained;

  @FXML private Label subtitle;
  @FXML private SegmentedControl<Moment> moment;
  @FXML private SegmentedControl<Counting> counting;
  @FXML private HBox two;
  @FXML private VBox card;
  @FXML private Label context;
  @FXML private Label headline;
  @FXML private TextField find;
  @FXML private ToggleButton asTable;
  @FXML private Button export;
  @FXML private Label wayForward;
  @FXML private Label wayBack;
  @FXML private StackPane body;
  @FXML private VBox empty;
  @FXML private Label emptyTitle;
  @FXML private Label emptyText;
  @FXML private Label emptyCode;
  @FXML private VBox mapBox;
  @FXML private FlowRow legend;
  @FXML private Label legendFreed;
  @FXML private Label legendExtra;
  @FXML private Label legendReference;
  @FXML private Label sentence;
  @FXML private HBox reading;
  @FXML private ToldText told;
  @FXML private VBox tryRow;
  @FXML private FlowRow trials;

  GraphView(GraphViewModel model, ChartExport exports, Desk desk) {
    this.model = model;
    this.exports = exports;
    this.desk = desk;
    text = desk.text();
    pane = new GraphPane(text, model::press);
    map = new GraphMap(text, pane);
    sideCard = new GraphSideView(text, exports);
  }

  @FXML
  private void initialize() {
    moment.offer(
        List.of(
            new Choice<>(
                Moment.AFTER_FORWARD,
                text.say("graph.moment.forward.text"),
                text.say("graph.moment.forward.hint"),
                "grad"),
            new Choice<>(
                Moment.AFTER_BACKWARD,
                text.say("graph.moment.backward.text"),
                text.say("graph.moment.backward.hint"),
                "grad"),
            new Choice<>(
                Moment.UNRECORDED,
                text.say("graph.moment.unrecorded.text"),
                text.say("graph.moment.unrecorded.hint"),
                "plain")));
    Explained.segments(moment, GraphTerms::of, text);
    moment.valueProperty().bindBidirectional(model.momentProperty());
    counting.offer(
        List.of(
            new Choice<>(
                Counting.PACKED,
                text.say("graph.counting.packed.text"),
                text.say("graph.counting.packed.hint"),
                "plain"),
            new Choice<>(
                Counting.UNIQUE,
                text.say("graph.counting.unique.text"),
                text.say("graph.counting.unique.hint"),
                "plain"),
            new Choice<>(
                Counting.EXTRA,
                text.say("graph.counting.extra.text"),
                text.say("graph.counting.extra.hint"),
                "plain")));
    Explained.segments(counting, GraphTerms::of, text);
    Explained.mark(legendExtra, "extra-bytes", text);
    Explained.mark(legendFreed, "backward", text);
    Explained.mark(legendReference, "reference", text);
    model.countingProperty().subscribe(now -> Explained.word(headline, GraphTerms.of(now), text));
    counting.valueProperty().bindBidirectional(model.countingProperty());
    body.getChildren().addFirst(pane);
    VBox.setVgrow(map, Priority.ALWAYS);
    mapBox.getChildren().add(map);
    two.getChildren().add(sideCard);
    HBox.setHgrow(card, Priority.ALWAYS);
    card.widthProperty().subscribe(_ -> makeRoom());
    two.heightProperty().subscribe(_ -> makeRoom());
    pane.visibleProperty().bind(asTable.selectedProperty().not());
    asTable.selectedProperty().subscribe(_ -> showTable());
    find.setOnAction(_ -> findNext());
    find.textProperty().subscribe(_ -> found = -1);
    pane.viewportProperty().subscribe(_ -> showMap());
    model.faceProperty().subscribe(this::show);
    desk.watch().follow(desk.appearance().brightnessProperty(), _ -> colour());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> resize());
  }

  @FXML
  private void zoomIn() {
    pane.zoom(STEP);
  }

  @FXML
  private void zoomOut() {
    pane.zoom(1 / STEP);
  }

  @FXML
  private void fit() {
    pane.fit();
  }

  @FXML
  private void export() {
    String title = text.say("graph.title");
    MenuItem picture = new MenuItem(text.say("instrument.export.picture"));
    picture.setOnAction(_ -> exports.exportPicture(title, pane.picture()));
    MenuItem values = new MenuItem(text.say("instrument.export.numbers"));
    values.setOnAction(_ -> exports.exportNumbers(title, model::numbers));
    MenuItem svg = new MenuItem(text.say("graph.export.svg"));
    svg.setOnAction(_ -> pane.drawing().ifPresent(drawing -> exportSvg(title, drawing)));
    MenuItem dot = new MenuItem(text.say("graph.export.dot"));
    byte[] content = model.dot();
    dot.setOnAction(_ -> exports.exportFile(title, Kind.GRAPH, () -> content));
    picture.setDisable(pane.drawing().isEmpty());
    svg.setDisable(pane.drawing().isEmpty());
    List<MenuItem> copies =
        ExportMenu.copies(pane::picture, () -> model.numbers(text), exports, text);
    copies.forEach(copy -> copy.setDisable(pane.drawing().isEmpty()));
    ContextMenu menu = new ContextMenu(picture, svg, dot, values, new SeparatorMenuItem());
    menu.getItems().addAll(copies);
    menu.show(export, Side.BOTTOM, 0, 0);
  }

  private void exportSvg(String title, GraphDrawing drawing) {
    GraphFace face = model.faceProperty().get();
    SvgFile file = new SvgFile(drawing, face.context(), List.of(face.sentence()));
    exports.exportFile(title, Kind.DRAWING, file::bytes);
  }

  /// Goes to the next place whose words have what was typed, into closed blocks too.
  private void findNext() {
    String wanted = find.getText().strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || pane.drawing().isEmpty()) {
      return;
    }
    if (places(wanted).isEmpty()) {
      PlacedLayer.of(desk.workbench().experiment()).stream()
          .map(PlacedLayer::path)
          .filter(path -> path.toLowerCase(Locale.ROOT).contains(wanted))
          .findFirst()
          .ifPresent(model::reveal);
      pane.layout();
    }
    List<Spot> places = places(wanted);
    if (!places.isEmpty()) {
      found = (found + 1) % places.size();
      pane.reveal(places.get(found));
      find.requestFocus();
    }
  }

  private List<Spot> places(String wanted) {
    return pane.drawing().stream()
        .flatMap(drawing -> drawing.spots().stream())
        .filter(spot -> spot.spoken().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  /// The table is made when it is first asked for.
  private void showTable() {
    if (!asTable.isSelected()) {
      return;
    }
    if (table == null) {
      table = new ValueTable(text);
      table.setId("graph-table");
      table.setAccessibleText(text.say("graph.table"));
      table.tell(model::chooseRow);
      table.visibleProperty().bind(asTable.selectedProperty());
      body.getChildren().add(table);
    }
    table.show(model.numbers(text));
    model.chosenRow().ifPresent(table::mark);
  }

  private void show(GraphFace face) {
    subtitle.setText(face.subtitle());
    context.setText(face.context());
    headline.setText(face.headline());
    headline.getStyleClass().removeAll(TONES);
    headline.getStyleClass().add("tone-" + face.tone());
    sentence.setText(face.sentence());
    pane.show(face.drawn());
    map.show(face.drawn());
    boolean isRecorded =
        face.drawn().filter(drawn -> drawn.look().moment() != Moment.UNRECORDED).isPresent();
    wayForward.setVisible(face.drawn().isPresent());
    wayBack.setVisible(isRecorded);
    boolean isFreed = isFreed(face);
    wayBack.setText(text.say(isFreed ? "graph.way.went" : "graph.way.goes"));
    shown(legendFreed, isFreed);
    shown(legendExtra, !isFreed);
    shown(legendReference, !isFreed);
    isExplained = isRecorded && face.empty().isEmpty();
    makeRoom();
    show(face.empty());
    sideCard.show(face.side());
    show(face.reading());
    showTable();
  }

  private static boolean isFreed(GraphFace face) {
    return face.drawn().filter(drawn -> drawn.look().moment() == Moment.AFTER_BACKWARD).isPresent();
  }

  private void show(Optional<Empty> why) {
    empty.setVisible(why.isPresent());
    why.ifPresent(
        said -> {
          emptyTitle.setText(said.title());
          emptyText.setText(said.text());
          shown(emptyText, !said.text().isEmpty());
          emptyCode.setText(said.code());
          shown(emptyCode, !said.code().isEmpty());
        });
  }

  private void show(Reading said) {
    reading.getStyleClass().removeAll(EDGES);
    reading.getStyleClass().add("reading-" + said.tone());
    told.tell(text, List.of(Part.headline(said.headline() + " "), Part.detail(said.detail())));
    tryRow.setVisible(!said.trials().isEmpty());
    trials.getChildren().setAll(TrialButtons.of("graph", said.trials(), model));
    reading.setAccessibleText(text.paragraph(List.of(said.headline(), said.detail())));
  }

  /// Where there is little room, the picture has it.
  private void makeRoom() {
    double em = sentence.getFont().getSize();
    boolean isRoomy = card.getWidth() > ROOMY_WIDTH * em && two.getHeight() > ROOMY_HEIGHT * em;
    shown(legend, isExplained && isRoomy);
    map.setPrefHeight(Math.clamp(two.getHeight() * MAP_SHARE, 4.4 * em, 12 * em));
  }

  /// The map is there where the picture is too wide to be fitted in. That must not depend on how
  /// high the picture is, which the map's own height changes.
  private void showMap() {
    shown(mapBox, pane.isWide());
  }

  private static void shown(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }

  private void colour() {
    GraphColors colors = GraphColors.of(desk.appearance().brightnessProperty().get());
    pane.setColors(colors);
    map.setColors(colors);
    sideCard.setPalette(
        switch (desk.appearance().brightnessProperty().get()) {
          case LIGHT -> ChartPalette.light();
          case DARK -> ChartPalette.dark();
        });
  }

  private void resize() {
    double scale = desk.appearance().textScaleProperty().get() / 100.0;
    pane.setTextScale(scale);
    map.setTextScale(scale);
    sideCard.setTextScale(scale);
  }
}
