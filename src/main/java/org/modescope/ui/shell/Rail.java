package org.modescope.ui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.modescope.ui.control.Hint;
import org.modescope.ui.control.Icon;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.ScreenId;

/// The rail of screens along the window's side, with icon and word each; where the window is
/// narrow, with icons alone. With one screen there is nowhere to go, and no rail.
final class Rail {
  /// In sizes of text: what a narrower window has no room for.
  private static final double WORDS_EM = 90;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

  /// The height that a button wants, with the gap below it.
  private static final double WITH_WORDS_EM = 4.8;

  private static final double WITHOUT_WORDS_EM = 3.5;

  private final NavigationViewModel navigation;
  private final Desk desk;
  private final VBox rail;

  private Rail(NavigationViewModel navigation, Desk desk, VBox rail) {
    this.navigation = navigation;
    this.desk = desk;
    this.rail = rail;
  }

  /// Puts the screens' buttons into a box.
  static void fill(VBox box, NavigationViewModel navigation, Desk desk) {
    boolean isChoice = navigation.screens().size() > 1;
    box.setVisible(isChoice);
    box.setManaged(isChoice);
    if (isChoice) {
      new Rail(navigation, desk, box).fill();
    }
  }

  private void fill() {
    for (ScreenId screen : navigation.screens()) {
      if (screen.equals(ScreenId.LESSONS)) {
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        rail.getChildren().add(gap);
      }
      rail.getChildren().add(button(screen));
    }
    rail.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    rail.sceneProperty()
        .flatMap(Scene::widthProperty)
        .orElse(0)
        .subscribe(width -> fit(width.doubleValue(), rail.getHeight()));
    rail.heightProperty().subscribe(_ -> fit());
    desk.watch().follow(desk.appearance().textScaleProperty(), _ -> fit());
  }

  private ToggleButton button(ScreenId screen) {
    String name = desk.text().say("shell.screen." + screen.key());
    ToggleButton button = new ToggleButton(name, new Icon("screen-" + screen.key()));
    button.setId("screen-" + screen.key());
    button.setMnemonicParsing(false);
    button.setWrapText(true);
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().setAll("rail-button");
    button.setAccessibleText(name);
    button.setOnAction(_ -> go(screen, button));
    Hint.setText(button, name);
    navigation.currentProperty().subscribe(now -> button.setSelected(now.equals(screen)));
    return button;
  }

  /// A click on the current screen's button must not take its mark away.
  private void go(ScreenId screen, ToggleButton button) {
    navigation.go(screen);
    button.setSelected(true);
  }

  /// Arrow keys go from button to button. Where they led to is shown only when it is pressed: a
  /// screen that is passed by need not be built.
  private void press(KeyEvent press) {
    int step = press.getCode() == KeyCode.DOWN ? 1 : press.getCode() == KeyCode.UP ? -1 : 0;
    if (step == 0) {
      return;
    }
    press.consume();
    List<ToggleButton> buttons =
        buttons().filter(each -> each.isVisible() && !each.isDisabled()).toList();
    int next = buttons.indexOf(press.getTarget()) + step;
    if (next >= 0 && next < buttons.size()) {
      buttons.get(next).requestFocus();
    }
  }

  private Stream<ToggleButton> buttons() {
    return rail.getChildren().stream()
        .filter(ToggleButton.class::isInstance)
        .map(ToggleButton.class::cast);
  }

  private void fit() {
    if (rail.getScene() != null) {
      fit(rail.getScene().getWidth(), rail.getHeight());
    }
  }

  /// Leaves out words where the window is not wide or high enough for them, and makes the buttons
  /// lower where it is not high enough for all of them.
  private void fit(double width, double height) {
    if (width <= 0 || height <= 0) {
      return;
    }
    double em = desk.appearance().fontSize();
    double each = height / em / navigation.screens().size();
    boolean isNarrow = width < WORDS_EM * em || each < WITH_WORDS_EM;
    rail.pseudoClassStateChanged(NARROW, isNarrow);
    rail.pseudoClassStateChanged(LOW, each < WITHOUT_WORDS_EM);
    buttons()
        .forEach(
            button ->
                button.setContentDisplay(
                    isNarrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP));
  }
}
