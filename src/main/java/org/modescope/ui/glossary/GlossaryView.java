package org.modescope.ui.glossary;

import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polyline;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.modescope.ui.theme.Stylist;
import org.modescope.words.Text;

/// The pane over the window in which words are explained: the card, a ring around the word, and the
/// line between them. It is empty, and in nobody's way, until a word is asked about.
public final class GlossaryView extends Pane {
  private static final double RING = 3;
  private static final Set<String> BELONGS_TO = Set.of("instrument-card", "card", "top-bar");

  private final GlossaryViewModel model;
  private final Text text;
  private final Pane window;

  private final Region ring = new Region();
  private final Polyline tie = new Polyline();
  private final StackPane card = new StackPane();
  private @Nullable Region content;
  private @Nullable CardPlace last;
  private @Nullable Node word;
  private @Nullable Node focusedBefore;
  private boolean takesFocus;
  private Subscription moves = Subscription.EMPTY;

  private GlossaryView(Pane window, GlossaryViewModel model, Text text) {
    this.window = window;
    this.model = model;
    this.text = text;
    setPickOnBounds(false);
    ring.getStyleClass().add("glossary-ring");
    ring.setMouseTransparent(true);
    tie.getStyleClass().add("glossary-tie");
    tie.setMouseTransparent(true);
    card.setId("glossary-card");
    card.getStyleClass().add("glossary-card");
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setFocusTraversable(true);
    new GlossaryGestures(this::ask, model::close, _ -> isListening()).watch(window);
    window.addEventFilter(KeyEvent.KEY_PRESSED, this::closeOnEscape);
    model.cardProperty().subscribe((_, shown) -> shown.ifPresent(this::show));
    model.listedProperty().subscribe((_, listed) -> showList(listed));
    model.cardProperty().subscribe((_, _) -> closeIfDone());
    model.listedProperty().subscribe((_, _) -> closeIfDone());
  }

  /// Lets words be explained over a window.
  public static void over(Pane window, GlossaryViewModel model, Text text) {
    window.getChildren().add(new GlossaryView(window, model, text));
  }

  private void ask(Node marked, boolean withFocus) {
    begin(marked);
    takesFocus = withFocus;
    Explained.term(marked).ifPresent(model::open);
  }

  private void begin(@Nullable Node marked) {
    if (getChildren().isEmpty()) {
      focusedBefore = getScene().getFocusOwner();
    }
    moves.unsubscribe();
    word = marked;
    moves =
        marked == null
            ? Subscription.EMPTY
            : marked.localToSceneTransformProperty().subscribe(_ -> requestLayout());
  }

  /// Nothing lies over the window that came after this pane.
  private boolean isListening() {
    int own = window.getChildren().indexOf(this);
    return window.getChildren().stream().skip(own + 1L).noneMatch(Node::isVisible);
  }

  private void show(TermCard shown) {
    card.setAccessibleText(shown.spoken());
    TermBox box = new TermBox(shown, model, text);
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    fill(box, scroll);
    if (takesFocus && !isFocusInside()) {
      card.requestFocus();
    }
  }

  private void showList(boolean listed) {
    if (listed) {
      begin(null);
      GlossaryList list = new GlossaryList(model, text);
      card.setAccessibleText(text.say("glossary.list.title"));
      fill(list, list);
      list.takeFocus();
    }
  }

  /// @param box what says how large the card is
  /// @param shown the same, or what it scrolls in
  private void fill(Region box, Region shown) {
    boolean hadFocus = isFocusInside();
    if (getChildren().isEmpty()) {
      Stylist.dress(this, "glossary");
      getChildren().addAll(tie, ring, card);
    }
    card.getChildren().setAll(shown);
    content = box;
    if (hadFocus) {
      card.requestFocus();
    }
    requestLayout();
  }

  private boolean isFocusInside() {
    @Nullable Node each = getScene() == null ? null : getScene().getFocusOwner();
    while (each != null && !each.equals(card)) {
      each = each.getParent();
    }
    return each != null;
  }

  private void closeOnEscape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.isOpen() && isListening()) {
      model.close();
      event.consume();
    }
  }

  private void closeIfDone() {
    if (!model.isOpen() && !getChildren().isEmpty()) {
      boolean returns = isFocusInside();
      @Nullable Node asked = word;
      @Nullable Node before = focusedBefore;
      moves.unsubscribe();
      word = null;
      focusedBefore = null;
      content = null;
      last = null;
      getChildren().clear();
      card.getChildren().clear();
      if (returns) {
        Optional.ofNullable(asked)
            .filter(node -> node.isFocusTraversable() && isSeen(node))
            .or(() -> Optional.ofNullable(before))
            .ifPresent(Node::requestFocus);
      }
    }
  }

  @Override
  protected void layoutChildren() {
    @Nullable Region box = content;
    if (box == null) {
      return;
    }
    Dimension2D room = new Dimension2D(getWidth(), getHeight());
    double edges = card.snappedLeftInset() + card.snappedRightInset();
    double width = Math.ceil(box.prefWidth(-1) + edges);
    double height =
        Math.min(
            Math.ceil(
                box.prefHeight(width - edges) + card.snappedTopInset() + card.snappedBottomInset()),
            CardPlace.mostHeight(room));
    Dimension2D size = new Dimension2D(width, height);
    Optional<Node> tied = Optional.ofNullable(word).filter(this::isSeen);
    CardPlace place =
        tied.map(node -> CardPlace.beside(room, size, bounds(node), bounds(around(node))))
            .orElseGet(() -> withoutWord(room, size));
    last = place;
    Bounds at = place.card();
    card.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    ring.setVisible(tied.isPresent());
    tied.map(this::bounds)
        .ifPresent(
            seen ->
                ring.resizeRelocate(
                    seen.getMinX() - RING,
                    seen.getMinY() - RING,
                    seen.getWidth() + 2 * RING,
                    seen.getHeight() + 2 * RING));
    tie.getPoints().clear();
    place.tie().forEach(corner -> tie.getPoints().addAll(corner.getX(), corner.getY()));
  }

  /// A card whose word has gone out of sight stays where it is.
  private CardPlace withoutWord(Dimension2D room, Dimension2D size) {
    @Nullable CardPlace before = last;
    return word == null || before == null
        ? CardPlace.inMiddle(room, size)
        : before.sized(room, size);
  }

  private Bounds bounds(Node node) {
    return sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  /// What the word belongs to: an instrument, a layer's card, a bar, or the word alone.
  private static Node around(Node node) {
    @Nullable Node each = node;
    while (each != null && each.getStyleClass().stream().noneMatch(BELONGS_TO::contains)) {
      each = each.getParent();
    }
    return each == null ? node : each;
  }

  private boolean isSeen(Node node) {
    Point2D middle = node.localToScene(middle(node.getLayoutBounds()));
    @Nullable Node each = node;
    while (each != null && each.isVisible() && !each.equals(window)) {
      if (each instanceof ScrollPane scroll && !scroll.contains(scroll.sceneToLocal(middle))) {
        return false;
      }
      each = each.getParent();
    }
    return each != null && each.equals(window);
  }

  private static Point2D middle(Bounds bounds) {
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }
}
