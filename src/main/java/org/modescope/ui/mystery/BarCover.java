package org.modescope.ui.mystery;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.modescope.mystery.Composition;
import org.modescope.ui.control.Icon;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.theme.Stylist;
import org.modescope.words.Text;

/// Lies over the switches in the top bar, which are the bench's, while a mystery net is looked at:
/// hatched before its own are told, and saying them after.
final class BarCover extends Pane {
  private final Text text;
  private final Label mode = new Label();
  private final Label grad = new Label();
  private @Nullable Node modeSwitch;
  private @Nullable Node gradSwitch;
  private Subscription following = Subscription.EMPTY;

  BarCover(Text text) {
    this.text = text;
    setMouseTransparent(true);
    setManaged(false);
    getChildren().addAll(mode, grad);
    // It lies in the window's frame, where the page's style sheets do not reach.
    Stylist.dress(this, ScreenId.MYSTERY.key());
  }

  /// Lies over the switches of a scene, or goes where there is none any more.
  ///
  /// @param truth what the switches are, once it is told
  void lie(@Nullable Scene scene, Optional<Composition> truth) {
    lift();
    if (scene == null || !(scene.getRoot() instanceof Pane window)) {
      return;
    }
    modeSwitch = scene.lookup("#mode");
    gradSwitch = scene.lookup("#grad-mode");
    if (modeSwitch == null || gradSwitch == null) {
      return;
    }
    show(mode, "mystery.mode", truth.map(told -> told.mode().key()));
    show(grad, "mystery.grad", truth.map(told -> told.gradMode().key()));
    truth.ifPresent(
        told -> {
          mode.getStyleClass().add("told-" + told.mode().key());
          grad.getStyleClass().add("told-" + told.gradMode().key());
        });
    follow(modeSwitch);
    follow(gradSwitch);
    window.getChildren().add(Math.min(1, window.getChildren().size()), this);
    requestLayout();
  }

  private void show(Label label, String key, Optional<String> told) {
    label.setText(told.orElseGet(() -> text.say("mystery.hidden")));
    label.setAccessibleText(text.say(key) + ": " + label.getText());
    label.setGraphic(told.isPresent() ? null : new Icon("eye"));
    label
        .getStyleClass()
        .setAll("label", "card-type", told.isPresent() ? "bar-told" : "bar-hidden");
  }

  /// What is covered can be neither read nor reached by key.
  private void follow(Node covered) {
    covered.setVisible(false);
    following =
        following
            .and(covered.localToSceneTransformProperty().subscribe(_ -> requestLayout()))
            .and(covered.layoutBoundsProperty().subscribe(_ -> requestLayout()))
            .and(() -> covered.setVisible(true));
  }

  private void lift() {
    following.unsubscribe();
    following = Subscription.EMPTY;
    if (getParent() instanceof Pane window) {
      window.getChildren().remove(this);
    }
  }

  @Override
  protected void layoutChildren() {
    place(mode, modeSwitch);
    place(grad, gradSwitch);
  }

  private void place(Label label, @Nullable Node covered) {
    if (covered != null) {
      Bounds bounds = sceneToLocal(covered.localToScene(covered.getLayoutBounds()));
      label.resizeRelocate(
          snapPositionX(bounds.getMinX()),
          snapPositionY(bounds.getMinY()),
          bounds.getWidth(),
          bounds.getHeight());
    }
  }
}
