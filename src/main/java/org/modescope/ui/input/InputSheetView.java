package org.modescope.ui.input;

import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.control.Icon;
import org.modescope.ui.control.SegmentedControl;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.theme.Stylist;
import org.modescope.words.Text;

/// The sheet, beside the card that it grows out of, over the page until it is used or cancelled.
public final class InputSheetView extends Pane {
  private static final double WIDTH_EM = 47;
  private static final double WIDE_EM = 57;
  private static final double SHORT_EM = 61;
  private static final double MARGIN_EM = 0.9;
  private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

  private final InputSheetViewModel model;
  private final Desk desk;
  private final Text text;
  private final Pane window;
  private final Region veil = new Region();
  private final Region ring = new Region();
  private final Region tie = new Region();
  private final VBox sheet = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final SegmentedControl<InputTab> tabs = new SegmentedControl<>();

  /// Made when they are first turned to: most are not.
  private final Map<InputTab, TabPart> parts = new EnumMap<>(InputTab.class);

  private final RowInFocusPane row;
  private final FreshSwitch fresh;
  private final Button use = new Button();
  private final Label headline = new Label();
  private final Label detail = new Label();

  private InputSheetView(Pane window, InputSheetViewModel model, Desk desk) {
    this.window = window;
    this.model = model;
    this.desk = desk;
    text = desk.text();
    row = new RowInFocusPane(model, desk);
    fresh = new FreshSwitch(model, text);
    getStyleClass().add("sheet-layer");
    Stylist.dress(this, "input");
    build();
    getChildren().addAll(veil, ring, tie, sheet);
    model.openProperty().subscribe(this::show);
    model.tabProperty().subscribe(shown -> turn(shown == null ? InputTab.DRAWN : shown));
    model.faceProperty().subscribe(this::show);
  }

  /// Lays the sheet over a window, below what already lies over its page.
  ///
  /// @param below its place among the window's children
  public static void over(Pane window, int below, InputSheetViewModel model, Desk desk) {
    window.getChildren().add(below, new InputSheetView(window, model, desk));
  }

  private void build() {
    veil.getStyleClass().add("sheet-veil");
    ring.getStyleClass().add("sheet-ring");
    tie.getStyleClass().add("sheet-tie");
    ring.setMouseTransparent(true);
    tie.setMouseTransparent(true);
    sheet.setId("input-sheet");
    sheet.getStyleClass().add("sheet");
    sheet.setAccessibleText(text.say("sheet.title"));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    sheet.getChildren().addAll(header(), tabs(), scroll, footer());
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        press -> {
          if (press.getCode() == KeyCode.ESCAPE && !isMended(press)) {
            model.close();
            press.consume();
          }
        });
  }

  /// A field with a wrong text takes Escape for itself, to have the good one back.
  private static boolean isMended(KeyEvent press) {
    return press.getTarget() instanceof Node node
        && node.getPseudoClassStates().stream()
            .anyMatch(state -> state.getPseudoClassName().equals("wrong"));
  }

  private HBox header() {
    Label title = new Label(text.say("sheet.title"));
    title.getStyleClass().add("sheet-title");
    Label about = new Label(text.say("sheet.about"));
    about.getStyleClass().add("sheet-about");
    Button close = new Button("", new Icon("close"));
    close.setId("input-close");
    close.getStyleClass().add("tool");
    close.setAccessibleText(text.say("sheet.cancel"));
    close.setOnAction(_ -> model.close());
    return Parts.row("sheet-header", title, about, Parts.gap(), close);
  }

  private HBox tabs() {
    tabs.setId("input-tabs");
    tabs.getStyleClass().setAll("sheet-tabs");
    tabs.offer(
        java.util.Arrays.stream(InputTab.values())
            .map(
                each ->
                    new SegmentedControl.Choice<>(
                        each,
                        text.say("sheet.tab." + each.key()),
                        text.say("sheet.tab." + each.key() + ".help"),
                        "sheet-tab"))
            .toList());
    tabs.getChildren().forEach(each -> each.setId("input-tab-" + key(each)));
    tabs.valueProperty().bindBidirectional(model.tabProperty());
    return tabs;
  }

  private static String key(Node tab) {
    return tab.getUserData() instanceof InputTab shown ? shown.key() : "";
  }

  private HBox footer() {
    use.setId("input-use");
    use.getStyleClass().add("primary");
    use.setMnemonicParsing(false);
    use.setMinWidth(USE_PREF_SIZE);
    use.setOnAction(
        _ -> {
          // What is being typed counts.
          use.requestFocus();
          model.use();
        });
    Button cancel = new Button(text.say("sheet.cancel"));
    cancel.setId("input-cancel");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(_ -> model.close());
    headline.getStyleClass().add("sheet-headline");
    headline.setId("input-effect");
    headline.setWrapText(true);
    detail.getStyleClass().add("sheet-detail");
    detail.setWrapText(true);
    VBox effect = new VBox(headline, detail);
    effect.getStyleClass().add("sheet-effect");
    HBox.setHgrow(effect, Priority.ALWAYS);
    return Parts.row("sheet-footer", use, cancel, effect);
  }

  private TabPart part(InputTab tab) {
    return parts.computeIfAbsent(
        tab,
        made ->
            switch (made) {
              case DRAWN -> new DrawnPart(model, text);
              case DATA_SET -> new DataSetPart(model, desk);
              case FILE -> new FilePart(model, text);
              case TYPED -> new TypedPart(model, text);
            });
  }

  private void turn(InputTab shown) {
    TabPart part = part(shown);
    // What a file has comes before a single row of it.
    VBox body =
        shown == InputTab.FILE
            ? new VBox(part.top(), part.options(), fresh, row)
            : new VBox(part.top(), row, part.options(), fresh);
    body.getStyleClass().add("sheet-body");
    scroll.setContent(body);
    scroll.setVvalue(0);
    part.refresh();
    requestLayout();
  }

  private void show(boolean isOpen) {
    setVisible(isOpen);
    if (isOpen) {
      requestLayout();
      tabs.getChildren().stream()
          .filter(Node::isFocusTraversable)
          .findFirst()
          .ifPresent(Node::requestFocus);
    }
  }

  private void show(SheetFace face) {
    use.setText(face.use());
    use.setDisable(!face.canUse());
    headline.setText(face.headline());
    detail.setText(face.detail());
    Parts.show(detail, !face.detail().isEmpty());
    headline.pseudoClassStateChanged(Parts.PROBLEM, face.isProblem());
    fresh.show(face);
    row.show(face);
    InputTab shown = model.tabProperty().get();
    if (shown != null) {
      part(shown).refresh();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double em = desk.appearance().fontSize();
    double margin = MARGIN_EM * em;
    veil.resizeRelocate(0, 0, width, height);
    @Nullable Bounds card = card();
    double left = card == null ? margin : card.getMaxX() + margin;
    double room = width - left - margin;
    if (card == null || room < WIDTH_EM * em * 0.8) {
      room = width - 2 * margin;
      left = margin;
    }
    boolean isShort = height < SHORT_EM * em;
    double sheetWidth = Math.min((isShort ? WIDE_EM : WIDTH_EM) * em, room);
    pseudoClassStateChanged(SHORT, isShort);
    parts.values().forEach(part -> part.fit(sheetWidth, isShort));
    if (card == null) {
      left = (width - sheetWidth) / 2;
    }
    double top = 4.2 * em;
    double most = height - top - 2.6 * em;
    sheet.resizeRelocate(Math.rint(left), Math.rint(top), Math.rint(sheetWidth), Math.rint(most));
    boolean isTied = card != null && card.getMaxX() <= left;
    ring.setVisible(isTied);
    tie.setVisible(isTied);
    if (card != null && isTied) {
      ring.resizeRelocate(
          card.getMinX() - 2, card.getMinY() - 2, card.getWidth() + 4, card.getHeight() + 4);
      tie.resizeRelocate(
          card.getMaxX() + 2,
          Math.max(top + em, card.getCenterY()),
          Math.max(0, left - card.getMaxX() - 2),
          2);
      veil.setClip(
          Shape.subtract(
              new Rectangle(width, height),
              new Rectangle(card.getMinX(), card.getMinY(), card.getWidth(), card.getHeight())));
    } else {
      veil.setClip(null);
    }
  }

  /// Where the input's card is; null where it is not to be seen.
  private @Nullable Bounds card() {
    @Nullable Node card = window.lookup("#input-card");
    if (card == null || card.getScene() == null) {
      return null;
    }
    Bounds bounds = sceneToLocal(card.localToScene(card.getLayoutBounds()));
    return isShown(card) && bounds.getWidth() > 0 ? bounds : null;
  }

  private static boolean isShown(Node node) {
    for (@Nullable Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
