package org.modescope.ui.instrument;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.control.FlowRow;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.Shortcut;
import org.modescope.ui.control.WrappingBar;
import org.modescope.ui.glossary.Explained;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.words.Glossary;
import org.modescope.words.Text;

/// An instrument on the bench: title, context, headline, the chart or its numbers as a table, and
/// one sentence, which gives way where the height would leave too little of the chart, and is said
/// then while the pointer rests on the title.
public final class InstrumentCard extends VBox {
  /// The height of a chart, in sizes of its text, that comes before the sentence.
  private static final double LEAST_CHART_EM = 11;

  private static final double GAP_EM = 1.2;

  /// Below this width two headline figures do not fit side by side.
  private static final double LEAST_PAIR_EM = 36;

  private final CardNames names = new CardNames();
  private final Label headline = new Label();
  private final Label sentence = new Label();
  private final FlowRow controls = new FlowRow();
  private final StackPane body = new StackPane();
  private final ToggleButton asTable = new ToggleButton();
  private final Button export = new Button();
  private final ToggleButton enlarge = new ToggleButton();
  private final WrappingBar header = new WrappingBar();
  private final HBox result = new HBox();
  private final StackPane pair = new StackPane();
  private Text language = Text.english();
  private String comes = "";
  private String headlineTerm = "";
  private String titleMeaning = "";
  private @Nullable ValueTable table;
  private @Nullable ContextMenu exports;
  private @Nullable Supplier<ChartTable> numbers;
  private Supplier<OptionalInt> marked = OptionalInt::empty;
  private IntConsumer onRowChosen = _ -> {};

  public InstrumentCard() {
    getStyleClass().add("instrument-card");
    headline.getStyleClass().add("headline");
    headline.setMinWidth(USE_PREF_SIZE);
    sentence.getStyleClass().add("sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    asTable.setGraphic(new Icon("table"));
    asTable.getStyleClass().setAll("tool", "as-table");
    export.setGraphic(new Icon("export"));
    export.getStyleClass().setAll("tool", "export");
    enlarge.setGraphic(new Icon("enlarge"));
    enlarge.getStyleClass().setAll("tool", "enlarge");
    enlarge.setVisible(false);
    enlarge.managedProperty().bind(enlarge.visibleProperty());
    HBox tools = new HBox(asTable, export, enlarge);
    tools.getStyleClass().add("instrument-tools");
    pair.setManaged(false);
    pair.setVisible(false);
    result.getChildren().addAll(pair, headline, tools);
    result.getStyleClass().add("instrument-result");
    header.getStyleClass().add("instrument-header");
    header.setStart(names);
    header.setMiddle(controls);
    header.setEnd(result);
    VBox.setVgrow(body, Priority.ALWAYS);
    body.setMinHeight(0);
    getChildren().addAll(header, body, sentence);
  }

  public void setTitle(String text) {
    names.title().setText(text);
  }

  public String getTitle() {
    return names.title().getText();
  }

  /// Shows the number by which a key chooses the instrument, or by which it is spoken of.
  public void setNumber(int value) {
    names.setNumber(value);
  }

  /// Says more about the context, on hover.
  public void setContextHelp(String help) {
    Hint.setText(names.context(), help);
  }

  public String getContextHelp() {
    return Hint.getText(names.context());
  }

  /// Says what the headline's number is, on hover.
  public void setHeadlineHelp(String help) {
    Hint.setText(headline, help);
  }

  public String getHeadlineHelp() {
    return Hint.getText(headline);
  }

  /// Says which entry of the glossary the card is about. A click on the title explains nothing: a
  /// double click enlarges the card, and must not have opened something by its first half.
  public void explainTitle(String term) {
    Explained.about(this, term);
    titleMeaning = Glossary.in(language).firstSentence(term);
    hintAtTitle();
  }

  /// Says which entry explains what stands after the title.
  void explainContext(String term) {
    Explained.word(names.context(), term, language);
  }

  /// Says which entry explains the headline as it is now.
  void explainHeadline(String term) {
    headlineTerm = term;
    Explained.word(headline, term, language);
    hintAtHeadline();
  }

  /// Says on hover what has no room below the chart, before what the title's word means.
  private void hintAtTitle() {
    String untold = sentence.isVisible() ? "" : sentence.getText();
    String hint =
        Stream.of(untold, titleMeaning)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(System.lineSeparator()));
    if (!hint.equals(Hint.getText(names.title()))) {
      Hint.setText(names.title(), hint);
    }
  }

  /// Names the card's buttons.
  public void speak(Text text) {
    language = text;
    asTable.setAccessibleText(text.say("instrument.table.of", "title", getTitle()));
    Hint.setText(asTable, text.say("instrument.table"));
    export.setAccessibleText(text.say("instrument.export.of", "title", getTitle()));
    Hint.setText(export, text.say("instrument.export"));
    enlarge.setAccessibleText(text.say("instrument.enlarge.of", "title", getTitle()));
    Hint.setText(enlarge, text.say("instrument.enlarge"));
    Hint.setShortcut(enlarge, Shortcut.FILL);
  }

  /// Puts controls into the header.
  public void addControls(Node... added) {
    controls.getChildren().addAll(added);
  }

  /// Puts a control before the others in the header.
  void addFirstControl(Node added) {
    controls.getChildren().addFirst(added);
  }

  /// Keeps the words around the chart up to date.
  void show(InstrumentWords words, Watch watch) {
    watch.follow(words.textProperty(), this::show);
    watch.follow(words.provenanceProperty(), this::showProvenance);
    watch.follow(words.originProperty(), this::trace);
    pointing(headline, words, Origin::target);
    pointing(pair, words, Origin::target);
    pointing(sentence, words, Origin::target);
    pointing(names.context(), words, Origin::context);
  }

  /// Pointing at a figure, by mouse or by key, points at what it comes from.
  private static void pointing(Node figure, InstrumentWords words, Function<Origin, Target> where) {
    Runnable point =
        () ->
            words.point(
                figure.isHover() || figure.isFocused()
                    ? where.apply(words.originProperty().get())
                    : Target.NONE);
    figure.hoverProperty().subscribe((_, _) -> point.run());
    figure.focusedProperty().subscribe((_, _) -> point.run());
  }

  /// Says what the figures come from, before what their word means.
  private void trace(Origin origin) {
    comes = origin.sentence();
    Hint.setText(sentence, comes);
    hintAtHeadline();
  }

  private void hintAtHeadline() {
    if (!comes.isEmpty() && !headlineTerm.isEmpty()) {
      String meaning = Glossary.in(language).firstSentence(headlineTerm);
      Hint.setText(headline, comes + System.lineSeparator() + meaning);
    }
  }

  /// Shows two headline figures in place of one, while there are two runs.
  void showPair(InstrumentWords words, Watch watch) {
    watch.follow(
        words.figuresProperty(),
        figures -> {
          headline.setVisible(figures.isEmpty());
          headline.setManaged(figures.isEmpty());
          arrangePair(figures);
        });
    widthProperty().subscribe(_ -> arrangePair(words.figuresProperty().get()));
  }

  /// Side by side, or one below the other where the card is narrow.
  private void arrangePair(List<PairFigure> figures) {
    boolean isNarrow = getWidth() < LEAST_PAIR_EM * sentence.getFont().getSize();
    Node[] boxes = PairFigureBox.of(figures).toArray(Node[]::new);
    pair.getChildren().setAll(isNarrow ? new VBox(boxes) : new HBox(boxes));
    pair.setVisible(!figures.isEmpty());
    pair.setManaged(!figures.isEmpty());
  }

  /// Says this around the chart.
  public void show(InstrumentText text) {
    headline.setText(text.headline());
    headline.getStyleClass().setAll("label", "headline", text.tone().styleClass());
    names.showContext(text.context());
    sentence.setText(text.sentence());
    hintAtTitle();
    setAccessibleText(
        language.say(
            "instrument.accessible",
            "title",
            getTitle(),
            "headline",
            text.headline(),
            "context",
            text.context(),
            "sentence",
            text.sentence()));
  }

  /// Says where the numbers come from, if not from the experiment in hand; empty otherwise.
  public void showProvenance(String text) {
    names.showProvenance(text);
    requestLayout();
  }

  /// Puts the chart in the middle; its numbers take its place while the table is asked for.
  public void setChart(Region chart, Supplier<ChartTable> shown) {
    numbers = shown;
    chart.visibleProperty().bind(asTable.selectedProperty().not());
    body.getChildren().setAll(chart);
    asTable.selectedProperty().subscribe(_ -> numbersChanged());
  }

  /// Selects in the table what is selected in the chart, and the other way round.
  ///
  /// @param place which row it is, before the table is sorted
  /// @param choose selects what stands in a row
  public void linkRows(Supplier<OptionalInt> place, IntConsumer choose) {
    marked = place;
    onRowChosen = choose;
  }

  /// Something else is selected in the chart.
  public void rowChanged() {
    if (asTable.isSelected()) {
      marked.get().ifPresent(table()::mark);
    }
  }

  /// Offers to keep the chart or its numbers: by a button, and by a menu wherever the card is
  /// clicked.
  ///
  /// @param menu makes the menu when it is first asked for
  public void offerExport(Supplier<ContextMenu> menu) {
    setOnContextMenuRequested(
        event -> {
          exports(menu).show(this, event.getScreenX(), event.getScreenY());
          event.consume();
        });
    export.setOnAction(_ -> exports(menu).show(export, Side.BOTTOM, 0, 0));
  }

  private ContextMenu exports(Supplier<ContextMenu> menu) {
    ContextMenu made = exports == null ? menu.get() : exports;
    exports = made;
    return made;
  }

  /// Lets the card be made as large as all cards together, and small again: by its button and by a
  /// double click on it.
  void offerEnlarging(Runnable toggle) {
    enlarge.setVisible(true);
    enlarge.setOnAction(_ -> toggle.run());
    setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2
              && click.getButton() == MouseButton.PRIMARY
              && isOwn(click)) {
            toggle.run();
            click.consume();
          }
        });
  }

  void setEnlarged(boolean isEnlarged) {
    enlarge.setSelected(isEnlarged);
  }

  /// Whether the pointer is on none of the card's controls, which know double clicks of their own.
  private boolean isOwn(MouseEvent click) {
    @Nullable Node each = click.getTarget() instanceof Node target ? target : null;
    while (each != null && !each.equals(this)) {
      if (each instanceof Control && !(each instanceof Label)) {
        return false;
      }
      each = each.getParent();
    }
    return true;
  }

  /// Brings the table up to date with the chart, if it is what is seen.
  public void numbersChanged() {
    if (asTable.isSelected() && numbers != null) {
      table().show(numbers.get());
      rowChanged();
    }
  }

  /// The table, made when it is first asked for: JavaFX makes one of some forty nodes, and with one
  /// in every card the window would open later.
  private ValueTable table() {
    if (table == null) {
      table = new ValueTable(language);
      table.setAccessibleText(language.say("instrument.table.of", "title", getTitle()));
      table.tell(row -> onRowChosen.accept(row));
      table.visibleProperty().bind(asTable.selectedProperty());
      body.getChildren().add(table);
    }
    return table;
  }

  @Override
  protected void layoutChildren() {
    Insets insets = getInsets();
    double width = getWidth() - insets.getLeft() - insets.getRight();
    names.fit(width - result.prefWidth(-1) - GAP_EM * sentence.getFont().getSize());
    double room =
        getHeight()
            - insets.getTop()
            - insets.getBottom()
            - header.prefHeight(width)
            - sentence.prefHeight(width)
            - 2 * getSpacing();
    boolean hasRoom = room >= LEAST_CHART_EM * sentence.getFont().getSize();
    if (hasRoom != sentence.isVisible()) {
      sentence.setVisible(hasRoom);
      sentence.setManaged(hasRoom);
      hintAtTitle();
    }
    super.layoutChildren();
  }
}
