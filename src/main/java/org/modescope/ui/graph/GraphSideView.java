package org.modescope.ui.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.TensorGlimpse;
import org.modescope.ui.chart.ChartPalette;
import org.modescope.ui.chart.heat.HeatLook;
import org.modescope.ui.chart.heat.HeatMap;
import org.modescope.ui.chart.heat.HeatSheet;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.graph.GraphSide.Bar;
import org.modescope.ui.graph.GraphSide.Fact;
import org.modescope.ui.graph.GraphSide.Part;
import org.modescope.ui.graph.GraphSide.Values;
import org.modescope.ui.instrument.ChartExport;
import org.modescope.words.Text;

/// The card beside the picture.
final class GraphSideView extends VBox {
  private static final double LEAST_FOR_PICTURE = 130;

  private final Text text;
  private final Label title = new Label();
  private final Label headline = new Label();
  private final GridPane facts = new GridPane();
  private final HeatMap picture;
  private final StackPane body;
  private final ValueTools tools;
  private final Label told = new Label();
  private final VBox parts = new VBox();
  private final VBox bars = new VBox();
  private Optional<Values> values = Optional.empty();

  /// @param exports takes values out of the window
  GraphSideView(Text text, ChartExport exports) {
    this.text = text;
    picture = new HeatMap(text);
    picture.setId("graph-values");
    body = new StackPane(picture);
    tools = new ValueTools(picture, body, exports, text);
    getStyleClass().addAll("instrument-card", "graph-side");
    title.getStyleClass().add("instrument-title");
    title.setWrapText(true);
    headline.getStyleClass().addAll("headline", "tone-ink");
    headline.setMinWidth(USE_PREF_SIZE);
    FlowRow head = new FlowRow(title, headline, tools);
    head.getStyleClass().add("graph-side-head");
    facts.getStyleClass().add("graph-facts");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    facts.getColumnConstraints().addAll(names, values);
    VBox.setVgrow(body, Priority.ALWAYS);
    picture.setMinHeight(LEAST_FOR_PICTURE);
    told.getStyleClass().addAll("sentence", "graph-told");
    told.setWrapText(true);
    told.setMinHeight(USE_PREF_SIZE);
    picture.onPointed(this::point);
    parts.getStyleClass().add("graph-parts");
    bars.getStyleClass().add("graph-bars");
    VBox content = new VBox(head, facts, body, told, parts, bars);
    content.getStyleClass().add("graph-side-content");
    ScrollPane scrolled = new ScrollPane(content);
    scrolled.setFitToWidth(true);
    scrolled.setFitToHeight(true);
    scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scrolled.setFocusTraversable(false);
    scrolled.setMinHeight(0);
    VBox.setVgrow(scrolled, Priority.ALWAYS);
    getChildren().add(scrolled);
  }

  void setPalette(ChartPalette palette) {
    picture.setPalette(palette);
  }

  void setTextScale(double scale) {
    picture.setTextScale(scale);
    picture.setMinHeight(LEAST_FOR_PICTURE * scale);
  }

  void show(GraphSide side) {
    title.setText(side.title());
    headline.setText(side.headline());
    facts.getChildren().clear();
    int row = 0;
    for (Fact fact : side.facts()) {
      Label name = new Label(fact.name());
      name.getStyleClass().add("graph-fact-name");
      Label value = new Label(fact.value());
      value.setWrapText(true);
      value.setMinHeight(USE_PREF_SIZE);
      facts.addRow(row++, name, value);
    }
    shown(facts, !side.facts().isEmpty());
    boolean hasValues = side.values().isPresent();
    showValues(side.values());
    shown(body, hasValues);
    shown(tools, hasValues);
    tools.show(side);
    shown(told, hasValues);
    List<Node> paragraphs = new ArrayList<>();
    side.parts().forEach(part -> add(part, paragraphs));
    parts.getChildren().setAll(paragraphs);
    shown(parts, !side.parts().isEmpty());
    show(side.bars(), hasValues || !side.facts().isEmpty());
  }

  private void showValues(Optional<Values> shown) {
    if (shown.equals(values)) {
      return;
    }
    values = shown;
    picture.show(
        shown.map(Values::seen).map(GraphSideView::sheet),
        shown.map(GraphSideView::look).orElse(HeatLook.PLAIN));
    picture.point(-1);
    told.setText(shown.map(this::sum).orElse(""));
    picture.setAccessibleText(told.getText());
  }

  private static HeatSheet sheet(TensorGlimpse seen) {
    return new HeatSheet(
        seen.values(),
        seen.blocks(),
        seen.rows(),
        seen.columns(),
        0,
        seen.rows() * seen.columns(),
        seen.columns(),
        1,
        seen.shape().rank() > 2);
  }

  private static HeatLook look(Values shown) {
    return shown.kind() == SavedKind.MASK
        ? HeatLook.PLAIN.ofKind(HeatLook.Kind.MASK).crossedWhere(shown.seen().values())
        : HeatLook.PLAIN;
  }

  /// What is said of all values.
  private String sum(Values shown) {
    TensorGlimpse seen = shown.seen();
    return seen.isWhole()
        ? text.say("graph.values.zeros", "zeros", seen.zeros(), "count", seen.count())
        : text.say(
            "graph.values.part",
            "drawn",
            seen.values().length,
            "zeros",
            seen.zeros(),
            "count",
            seen.count());
  }

  private void point(int index) {
    picture.point(index);
    values.ifPresent(shown -> told.setText(value(shown.seen(), index)));
  }

  private String value(TensorGlimpse seen, int index) {
    int block = index / (seen.rows() * seen.columns());
    return text.say(
        seen.blocks() > 1 ? "graph.values.in-block" : "graph.values.at",
        "block",
        block,
        "row",
        index / seen.columns() % seen.rows(),
        "column",
        index % seen.columns(),
        "value",
        text.numbers().inFull(seen.values()[index]));
  }

  private static void add(Part part, List<Node> paragraphs) {
    if (!part.heading().isEmpty()) {
      paragraphs.add(label(part.heading(), "instrument-title"));
    }
    if (!part.text().isEmpty()) {
      paragraphs.add(label(part.text(), "sentence"));
    }
    if (!part.verbatim().isEmpty()) {
      Label verbatim = label(part.verbatim(), "verbatim");
      verbatim.getStyleClass().add("graph-verbatim");
      paragraphs.add(verbatim);
    }
  }

  private void show(List<Bar> shown, boolean areWays) {
    List<Node> rows = new ArrayList<>();
    if (areWays && !shown.isEmpty()) {
      rows.add(label(text.say("graph.ways"), "instrument-title"));
    }
    shown.forEach(bar -> rows.add(bar(bar)));
    bars.getChildren().setAll(rows);
    shown(bars, !rows.isEmpty());
  }

  private static Node bar(Bar bar) {
    Label name = new Label(bar.name());
    name.getStyleClass().add("graph-bar-name");
    name.setMinWidth(USE_PREF_SIZE);
    Label aside = new Label(bar.aside());
    aside.getStyleClass().add("sentence");
    aside.setMinWidth(0);
    Label figure = new Label(bar.figure());
    figure.getStyleClass().add("graph-bar-name");
    figure.setMinWidth(USE_PREF_SIZE);
    Region room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    HBox words = new HBox(name, aside, room, figure);
    words.getStyleClass().add("graph-bar-words");
    Region track = new Region();
    track.getStyleClass().add("graph-track");
    Region filled = new Region();
    filled.getStyleClass().addAll("graph-filled", bar.style());
    StackPane pane = new StackPane(track, filled);
    pane.getStyleClass().add("graph-bar");
    filled.maxWidthProperty().bind(pane.widthProperty().multiply(Math.max(0.004, bar.share())));
    return new VBox(words, pane);
  }

  private static Label label(String said, String style) {
    Label label = new Label(said);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private static void shown(Node node, boolean isShown) {
    node.setVisible(isShown);
    node.setManaged(isShown);
  }
}
