package org.modescope.ui.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.modescope.files.graph.GraphDrawing;
import org.modescope.files.graph.GraphPicture;
import org.modescope.files.graph.Ink;
import org.modescope.files.graph.Spot;
import org.modescope.ui.chart.Png;
import org.modescope.ui.graph.GraphFace.Drawn;
import org.modescope.ui.graph.SpotWalk.Way;
import org.modescope.ui.theme.Brightness;
import org.modescope.words.Text;

/// A window onto the drawing of a graph: it is moved by dragging and by the wheel, made larger and
/// smaller by the wheel with Ctrl, and walked through with the arrow keys.
///
/// Shapes are painted on a canvas of the window's size; over each place that can be pointed at lies
/// a region that takes clicks and keys and is read aloud, as far as it is in sight.
final class GraphPane extends Region {
  private static final double WHEEL_STEP = 1.15;
  private static final double MOST_PIXELS = 8000;
  private static final int FEW_COLUMNS = 6;
  private static final double AROUND_CHOSEN = 160;

  private final Text text;
  private final Consumer<Spot.Target> press;
  private final Canvas canvas = new Canvas();
  private final Pane places = new Pane();
  private final Map<String, Region> regions = new HashMap<>();
  private final ReadOnlyObjectWrapper<Optional<Viewport>> viewport =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Drawn> drawn = Optional.empty();
  private Optional<GraphDrawing> drawing = Optional.empty();
  private GraphColors colors = GraphColors.of(Brightness.LIGHT);
  private double textScale = 1;
  private String current = "";
  private boolean isFitted = true;
  private boolean isStale = true;
  private boolean isToShowChosen;
  private double dragX;
  private double dragY;

  GraphPane(Text text, Consumer<Spot.Target> press) {
    this.text = text;
    this.press = press;
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    places.setManaged(false);
    places.setPickOnBounds(false);
    getChildren().addAll(canvas, places);
    getStyleClass().add("graph-pane");
    setMinSize(0, 0);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setAccessibleRole(AccessibleRole.PARENT);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::grip);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  /// What part of the drawing is seen; empty before anything is.
  ReadOnlyObjectProperty<Optional<Viewport>> viewportProperty() {
    return viewport.getReadOnlyProperty();
  }

  Optional<GraphDrawing> drawing() {
    return drawing;
  }

  /// Shows another graph, or the same otherwise.
  void show(Optional<Drawn> shown) {
    boolean isOther =
        !drawn.map(each -> each.plan().graph()).equals(shown.map(each -> each.plan().graph()));
    isToShowChosen =
        isOther
            || !drawn
                .flatMap(each -> each.look().chosen())
                .equals(shown.flatMap(each -> each.look().chosen()));
    drawn = shown;
    isFitted = isFitted || isOther;
    refresh();
  }

  void setColors(GraphColors theme) {
    colors = theme;
    refresh();
  }

  void setTextScale(double scale) {
    textScale = scale;
    isFitted = true;
    refresh();
  }

  /// The size that fits, from the beginning.
  void fit() {
    isFitted = true;
    refresh();
  }

  /// Larger or smaller around the middle.
  void zoom(double factor) {
    zoom(factor, getWidth() / 2, getHeight() / 2);
  }

  /// Moves so that the drawing begins at a place.
  void moveTo(double x) {
    move(view -> view.at(x, view.y(), width(), height()));
  }

  /// Moves to a place and gives it the keys.
  void reveal(Spot spot) {
    move(view -> view.showing(spot.x(), spot.y(), spot.width(), spot.height(), width(), height()));
    current = spot.id();
    layoutPlaces();
    Region region = regions.get(spot.id());
    if (region != null) {
      region.requestFocus();
    }
  }

  /// Whether the drawing is too wide to be seen as a whole by itself.
  boolean isWide() {
    return drawing.filter(each -> each.spans().size() > FEW_COLUMNS).isPresent()
        && Viewport.isTooWide(width(), getWidth(), textScale);
  }

  /// The whole drawing as a picture.
  Png picture() {
    GraphDrawing whole = drawing.orElseThrow();
    double scale = Math.min(2, MOST_PIXELS / Math.max(whole.width(), whole.height()));
    Canvas paper = new Canvas(Math.ceil(whole.width() * scale), Math.ceil(whole.height() * scale));
    GraphicsContext context = paper.getGraphicsContext2D();
    context.scale(scale, scale);
    new GraphPainter(context, colors).paint(whole.marks(), 0, whole.width());
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(colors.of(Ink.PANEL));
    return Png.of(paper.snapshot(parameters, null));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width < 1 || height < 1) {
      return;
    }
    if (canvas.getWidth() != width || canvas.getHeight() != height) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      places.resize(width, height);
      isStale = true;
    }
    if (isStale) {
      isStale = false;
      redraw();
    }
  }

  private void refresh() {
    isStale = true;
    requestLayout();
  }

  private void redraw() {
    if (drawn.isEmpty()) {
      drawing = Optional.empty();
      viewport.set(Optional.empty());
    } else {
      Drawn what = drawn.get();
      Viewport view =
          viewport
              .get()
              .filter(_ -> !isFitted)
              .map(before -> before.sized(getWidth(), getHeight()))
              .orElseGet(() -> fitting(GraphPicture.size(what.plan(), what.look())));
      // Cards reach down to the edge where there is room.
      drawing = Optional.of(draw(what, view.seenHeight()));
      viewport.set(Optional.of(withChosen(view.moved(0, 0, width(), height()))));
    }
    paint();
  }

  private Viewport fitting(GraphPicture.Size size) {
    return Viewport.fitting(size.width(), size.height(), getWidth(), getHeight(), textScale);
  }

  /// What was just chosen comes into sight: columns that open push it away.
  private Viewport withChosen(Viewport view) {
    if (!isToShowChosen) {
      return view;
    }
    isToShowChosen = false;
    return drawn
        .flatMap(each -> each.look().chosen())
        .flatMap(
            target ->
                drawing.stream()
                    .flatMap(each -> each.spots().stream())
                    .filter(spot -> spot.target().equals(target))
                    .findFirst())
        .map(
            spot ->
                view.showing(
                    spot.x() - AROUND_CHOSEN,
                    spot.y(),
                    spot.width() + 2 * AROUND_CHOSEN,
                    spot.height(),
                    width(),
                    height()))
        .orElse(view);
  }

  private GraphDrawing draw(Drawn what, double leastHeight) {
    return GraphPicture.draw(what.plan(), what.look(), text, leastHeight);
  }

  private double width() {
    return drawing.map(GraphDrawing::width).orElse(1.0);
  }

  private double height() {
    return drawing.map(GraphDrawing::height).orElse(1.0);
  }

  private void paint() {
    GraphicsContext context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (drawing.isPresent() && viewport.get().isPresent()) {
      Viewport view = viewport.get().get();
      context.save();
      context.scale(view.scale(), view.scale());
      context.translate(-view.x(), -view.y());
      new GraphPainter(context, colors).paint(drawing.get().marks(), view.x(), view.right());
      context.restore();
    }
    layoutPlaces();
  }

  private void layoutPlaces() {
    Map<String, Region> before = new HashMap<>(regions);
    if (drawing.isPresent() && viewport.get().isPresent()) {
      Viewport view = viewport.get().get();
      boolean hasCurrent =
          drawing.get().spots().stream().anyMatch(spot -> spot.id().equals(current));
      if (!hasCurrent && !drawing.get().spots().isEmpty()) {
        current = drawing.get().spots().getFirst().id();
      }
      for (Spot spot : drawing.get().spots()) {
        if (isInSight(spot, view) || spot.id().equals(current)) {
          before.remove(spot.id());
          place(spot, view);
        }
      }
    }
    before.forEach(
        (id, region) -> {
          regions.remove(id);
          places.getChildren().remove(region);
        });
  }

  private static boolean isInSight(Spot spot, Viewport view) {
    return spot.x() + spot.width() >= view.x()
        && spot.x() <= view.right()
        && spot.y() + spot.height() >= view.y()
        && spot.y() <= view.y() + view.seenHeight();
  }

  private void place(Spot spot, Viewport view) {
    Region region = regions.computeIfAbsent(spot.id(), this::region);
    region.setAccessibleText(spot.spoken());
    region.setUserData(spot);
    region.setFocusTraversable(spot.id().equals(current));
    region.resizeRelocate(
        (spot.x() - view.x()) * view.scale(),
        (spot.y() - view.y()) * view.scale(),
        spot.width() * view.scale(),
        spot.height() * view.scale());
  }

  private Region region(String id) {
    Region region = new Region();
    region.setId("graph-" + id);
    region.setManaged(false);
    region.getStyleClass().add("graph-spot");
    region.setAccessibleRole(AccessibleRole.BUTTON);
    region.setOnMouseClicked(
        event -> {
          if (event.isStillSincePress()) {
            take(id);
          }
        });
    places.getChildren().add(region);
    return region;
  }

  private void take(String id) {
    current = id;
    Region region = regions.get(id);
    if (region != null && region.getUserData() instanceof Spot spot) {
      region.requestFocus();
      press.accept(spot.target());
    }
  }

  private void press(KeyEvent event) {
    @Nullable Way way = null;
    switch (event.getCode()) {
      case LEFT -> way = Way.LEFT;
      case RIGHT -> way = Way.RIGHT;
      case UP -> way = Way.UP;
      case DOWN -> way = Way.DOWN;
      case ENTER, SPACE -> take(current);
      case PLUS, ADD, EQUALS -> zoom(WHEEL_STEP);
      case MINUS, SUBTRACT -> zoom(1 / WHEEL_STEP);
      case DIGIT0, NUMPAD0 -> fit();
      default -> {
        return;
      }
    }
    if (way != null) {
      walk(way);
    }
    event.consume();
  }

  private void walk(Way way) {
    if (drawn.isEmpty() || drawing.isEmpty()) {
      return;
    }
    SpotWalk walk = new SpotWalk(drawing.get(), drawn.get().plan().graph());
    walk.at(current).flatMap(spot -> walk.from(spot, way)).ifPresent(this::reveal);
  }

  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      zoom(event.getDeltaY() > 0 ? WHEEL_STEP : 1 / WHEEL_STEP, event.getX(), event.getY());
    } else {
      boolean isSideways = event.isShiftDown() || height() <= seenHeight();
      double right = event.getDeltaX() != 0 || !isSideways ? event.getDeltaX() : event.getDeltaY();
      double down = isSideways ? 0 : event.getDeltaY();
      move(view -> view.moved(-right, -down, width(), height()));
    }
    event.consume();
  }

  private double seenHeight() {
    return viewport.get().map(Viewport::seenHeight).orElse(Double.MAX_VALUE);
  }

  private void zoom(double factor, double x, double y) {
    move(view -> view.zoomed(factor, x, y, width(), height()));
  }

  private void grip(MouseEvent event) {
    dragX = event.getX();
    dragY = event.getY();
  }

  private void drag(MouseEvent event) {
    double right = dragX - event.getX();
    double down = dragY - event.getY();
    grip(event);
    move(view -> view.moved(right, down, width(), height()));
  }

  private void move(UnaryOperator<Viewport> change) {
    isFitted = false;
    viewport.set(viewport.get().map(change));
    paint();
  }
}
