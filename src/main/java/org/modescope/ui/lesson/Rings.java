package org.modescope.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.modescope.lesson.Spot;
import org.modescope.ui.training.CourseCards.Kind;

/// Rings, each with its number, around what a question talks about, wherever in the window that is.
/// They lie over the page and take no click.
final class Rings extends Pane {
  private static final double AROUND = 4;

  private final List<Ring> rings = new ArrayList<>();

  private record Ring(Node target, Region ring, Label badge, Subscription following) {}

  Rings() {
    getStyleClass().add("lesson-rings");
    setMouseTransparent(true);
    setManaged(false);
  }

  /// Puts rings around these, numbered in order; around nothing where a spot is not in the window.
  ///
  /// @param page where they are looked for first: it may be on its way into the scene
  void point(List<Spot> spots, Node page, Scene scene) {
    clear();
    if (!(scene.getRoot() instanceof Pane root)) {
      return;
    }
    // Below dialogs and explained words, which come later.
    root.getChildren().remove(this);
    root.getChildren().add(Math.min(1, root.getChildren().size()), this);
    for (int i = 0; i < spots.size(); i++) {
      String id = "#" + id(spots.get(i));
      @Nullable Node own = page.lookup(id);
      @Nullable Node target = own == null ? scene.lookup(id) : own;
      if (target != null) {
        add(target, i + 1);
      }
    }
  }

  private void add(Node target, int number) {
    Region ring = new Region();
    ring.getStyleClass().add("lesson-ring");
    Label badge = new Label(Integer.toString(number));
    badge.getStyleClass().add("lesson-badge");
    getChildren().addAll(ring, badge);
    Subscription following =
        target
            .localToSceneTransformProperty()
            .subscribe(_ -> requestLayout())
            .and(target.layoutBoundsProperty().subscribe(_ -> requestLayout()));
    rings.add(new Ring(target, ring, badge, following));
    requestLayout();
  }

  /// Takes all rings away.
  void clear() {
    rings.forEach(ring -> ring.following().unsubscribe());
    rings.clear();
    getChildren().clear();
    if (getParent() instanceof Pane root) {
      root.getChildren().remove(this);
    }
  }

  /// The node of a spot, by its name in the window.
  static String id(Spot spot) {
    return switch (spot) {
      case MODE -> "mode";
      case GRAD -> "grad-mode";
      case PASSES -> "passes";
      case SEED -> "seed";
      case REWIND -> "rewind";
      case NET -> "net";
      case INPUT -> "input-card";
      case CODE -> "code";
      case OUTPUT_VARIANCE -> "variance";
      case RUNNING_STATISTICS -> "statistics";
      case GRAPH_MEMORY -> "memory";
      case TRAINING_LOSS -> Kind.LOSS.id();
      case TRAINING_DRIFT -> Kind.DRIFT.id();
      case HELD_MEMORY -> Kind.HELD.id();
    };
  }

  @Override
  protected void layoutChildren() {
    for (Ring each : rings) {
      Bounds bounds = sceneToLocal(each.target().localToScene(each.target().getLayoutBounds()));
      boolean isSeen = each.target().isVisible() && bounds.getWidth() > 0;
      each.ring().setVisible(isSeen);
      each.badge().setVisible(isSeen);
      each.ring()
          .resizeRelocate(
              snapPositionX(bounds.getMinX() - AROUND),
              snapPositionY(bounds.getMinY() - AROUND),
              bounds.getWidth() + 2 * AROUND,
              bounds.getHeight() + 2 * AROUND);
      double size = each.badge().prefHeight(-1);
      each.badge()
          .resizeRelocate(
              snapPositionX(Math.max(0, bounds.getMinX() - AROUND - size / 2)),
              snapPositionY(Math.max(0, bounds.getMinY() - AROUND - size / 2)),
              size,
              size);
    }
  }
}
