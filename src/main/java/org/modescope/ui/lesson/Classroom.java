package org.modescope.ui.lesson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Spot;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.workbench.EditLock.Aspect;
import org.modescope.words.Text;

/// What a lesson keeps away and what it keeps unchanged, in the whole window while it is taken.
/// What is locked says why where the pointer rests on it; neither can be reached by keys.
final class Classroom extends Pane {
  private final Text text;
  private final List<Cover> covers = new ArrayList<>();
  private Subscription kept = Subscription.EMPTY;

  private record Cover(Node target, Label label) {}

  Classroom(Text text) {
    this.text = text;
    getStyleClass().add("classroom");
    setManaged(false);
    setPickOnBounds(false);
  }

  /// What cannot be changed in a lesson: what is locked, and what is hidden.
  static Set<Aspect> aspects(Lesson lesson) {
    Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    Stream.of(lesson.locked(), lesson.hidden())
        .flatMap(Collection::stream)
        .forEach(spot -> aspect(spot).ifPresent(aspects::add));
    return aspects;
  }

  private static Optional<Aspect> aspect(Spot spot) {
    return switch (spot) {
      case MODE -> Optional.of(Aspect.MODE);
      case GRAD -> Optional.of(Aspect.GRAD);
      case PASSES -> Optional.of(Aspect.PASSES);
      case SEED -> Optional.of(Aspect.SEED);
      case REWIND -> Optional.of(Aspect.REWIND);
      case NET -> Optional.of(Aspect.NET);
      case INPUT -> Optional.of(Aspect.INPUT);
      case CODE,
          OUTPUT_VARIANCE,
          RUNNING_STATISTICS,
          GRAPH_MEMORY,
          TRAINING_LOSS,
          TRAINING_DRIFT,
          HELD_MEMORY ->
          Optional.empty();
    };
  }

  /// Keeps to what a lesson says, as the window stands now.
  void keep(Lesson lesson, Scene scene) {
    letGo();
    if (!(scene.getRoot() instanceof Pane root)) {
      return;
    }
    // Below dialogs and explained words, which come later.
    root.getChildren().add(Math.min(1, root.getChildren().size()), this);
    lesson.hidden().forEach(spot -> nodes(spot, scene, spot == Spot.NET).forEach(this::hide));
    lesson.locked().stream()
        .filter(spot -> !lesson.hidden().contains(spot))
        .forEach(spot -> nodes(spot, scene, false).forEach(node -> lock(node, lesson)));
    requestLayout();
  }

  /// The nodes of a spot that are in the window now.
  private static List<Node> nodes(Spot spot, Scene scene, boolean isWhole) {
    List<String> queries =
        switch (spot) {
          case NET -> isWhole ? List.of("#net") : List.of("#net #cards", "#add-layer");
          case SEED -> List.of("#seed", "#new-seed");
          default -> List.of("#" + Rings.id(spot));
        };
    return queries.stream().flatMap(query -> Stream.ofNullable(find(query, scene))).toList();
  }

  private static @Nullable Node find(String query, Scene scene) {
    return scene.lookup(query);
  }

  /// Gives its room to others, where nobody else decides about that; else lies over it.
  private void hide(Node node) {
    if (node.visibleProperty().isBound() || node.managedProperty().isBound()) {
      cover(node, new Label(text.say("lesson.player.away"))).getStyleClass().add("kept-away");
    } else {
      node.setVisible(false);
      node.setManaged(false);
      kept =
          kept.and(
              () -> {
                node.setVisible(true);
                node.setManaged(true);
              });
    }
  }

  private void lock(Node node, Lesson lesson) {
    Label glass = cover(node, new Label("", new Icon("lock")));
    glass.getStyleClass().add("kept-locked");
    String why = text.say("lesson.player.locked.why", "title", lesson.title());
    glass.setAccessibleText(why);
    Hint.setText(glass, why);
  }

  private Label cover(Node node, Label label) {
    if (!node.disableProperty().isBound() && !node.isDisable()) {
      node.setDisable(true);
      kept = kept.and(() -> node.setDisable(false));
    }
    getChildren().add(label);
    covers.add(new Cover(node, label));
    kept =
        kept.and(node.localToSceneTransformProperty().subscribe(_ -> requestLayout()))
            .and(node.layoutBoundsProperty().subscribe(_ -> requestLayout()))
            .and(node.visibleProperty().subscribe(_ -> requestLayout()));
    return label;
  }

  /// Gives everything back.
  void letGo() {
    kept.unsubscribe();
    kept = Subscription.EMPTY;
    covers.clear();
    getChildren().clear();
    if (getParent() instanceof Pane root) {
      root.getChildren().remove(this);
    }
  }

  @Override
  protected void layoutChildren() {
    for (Cover cover : covers) {
      Node target = cover.target();
      Bounds bounds = sceneToLocal(target.localToScene(target.getLayoutBounds()));
      cover.label().setVisible(target.isVisible() && bounds.getWidth() > 0);
      cover
          .label()
          .resizeRelocate(
              snapPositionX(bounds.getMinX()),
              snapPositionY(bounds.getMinY()),
              bounds.getWidth(),
              bounds.getHeight());
    }
  }
}
