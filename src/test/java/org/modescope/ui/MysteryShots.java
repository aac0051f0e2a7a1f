package org.modescope.ui;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.modescope.mystery.Kind;
import org.modescope.ui.control.ChoiceMenu;
import org.modescope.ui.theme.ThemeChoice;

/// Takes the pictures of mystery nets: what was tried and guessed before, and what it was.
final class MysteryShots {
  /// Linear, BatchNorm1d, F.dropout(x, 0.5) and Linear, in eval and no_grad.
  private static final String NET = "132";

  private MysteryShots() {}

  static void take() throws Exception {
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      String end = theme == ThemeChoice.LIGHT ? "-light" : "-dark";
      Shot.take("mystery" + end, theme, MysteryShots::guess);
      Shot.take("mystery-reveal" + end, theme, MysteryShots::reveal);
    }
    Shot.take("mystery-first-light", ThemeChoice.LIGHT, shot -> open(shot, 1, "1"));
    Shot.take("mystery-counted-light", ThemeChoice.LIGHT, MysteryShots::count);
    Shot.take("mystery-three-light", ThemeChoice.LIGHT, MysteryShots::three);
  }

  private static void open(Shot shot, int level, String net) throws Exception {
    shot.follow();
    press(shot, "#screen-mystery");
    shot.settle();
    shot.act(
        () -> {
          toggle(shot, "#mystery-level", level - 1);
          TextField number = (TextField) shot.scene().lookup("#mystery-number");
          number.setText(net);
          number.fireEvent(
              new KeyEvent(
                  KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    shot.settle();
  }

  private static void toggle(Shot shot, String control, int place) {
    Parent segments = (Parent) shot.scene().lookup(control);
    ((ToggleButton) segments.getChildrenUnmodifiable().get(place)).setSelected(true);
  }

  private static void press(Shot shot, String query) throws Exception {
    shot.until(scene -> scene.lookup(query) instanceof Node node && !node.isDisabled());
    shot.press(query);
  }

  @SuppressWarnings("unchecked") // the menus of layers are made of kinds
  private static void choose(Shot shot, int place, Kind kind) {
    ((ChoiceMenu<Kind>) shot.scene().lookup("#guess-" + place)).valueProperty().set(kind);
  }

  private static void tryOut(Shot shot, String... trials) throws Exception {
    for (String trial : trials) {
      press(shot, "#mystery-" + trial);
      shot.until(scene -> !isMeasuring(scene.lookup("#mystery-trials")));
    }
  }

  static boolean isMeasuring(Node trials) {
    return trials.getPseudoClassStates().contains(PseudoClass.getPseudoClass("measuring"));
  }

  private static void guess(Shot shot) throws Exception {
    open(shot, 2, NET);
    tryOut(shot, "alone", "backward", "stretch", "run");
    shot.act(
        () -> {
          List<Kind> kinds = List.of(Kind.LINEAR, Kind.BATCH_NORM, Kind.DROPOUT, Kind.LINEAR);
          for (int place = 0; place < kinds.size(); place++) {
            choose(shot, place, kinds.get(place));
          }
          toggle(shot, "#guess-mode", 0);
          toggle(shot, "#guess-grad", 1);
        });
    shot.settle();
  }

  private static void count(Shot shot) throws Exception {
    guess(shot);
    press(shot, "#mystery-check");
    shot.until(scene -> scene.lookup("#mystery-tell") != null);
  }

  private static void reveal(Shot shot) throws Exception {
    count(shot);
    press(shot, "#mystery-tell");
    shot.until(scene -> scene.lookup("#mystery-score") != null);
  }

  private static void three(Shot shot) throws Exception {
    open(shot, 3, "2");
    tryOut(shot, "many", "company");
    shot.act(() -> choose(shot, 3, Kind.DROPOUT));
    shot.settle();
  }
}
