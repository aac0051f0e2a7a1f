package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.nn.Mode;
import org.modescope.preset.Presets;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.shell.ScreenPlace;
import org.modescope.ui.workbench.Draft;
import org.modescope.words.OtherWords;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A screen that is closed leaves nothing behind: what lives as long as the window does not hold
/// it.
@ExtendWith(WindowExtension.class)
class LeakTest {
  private static final int VISITS = 50;
  private static final int VISITS_TO_TYPE = 5;
  private static final int COLLECTIONS = 20;

  private final AppContext context = new AppContext(new FakeRunner());
  private final StackPane pane = new StackPane();

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    stage.getScene().setRoot(pane);
    stage.show();
  }

  @Test
  void closedScreensAreForgotten(FxRobot robot) {
    for (ScreenPlace place : context.screens()) {
      List<WeakReference<Object>> left = new ArrayList<>();
      for (int visit = 0; visit < VISITS; visit++) {
        robot.interact(() -> visit(place, left));
      }
      robot.interact(() -> pane.getChildren().clear());

      assertThat(stillThere(left, robot)).as(place.id().key()).isZero();
    }
  }

  @Test
  void benchIsForgottenThoughCodeWasTypedThere(FxRobot robot) {
    Draft draft = context.desk().workbench().draft();
    List<WeakReference<Object>> left = new ArrayList<>();
    for (int visit = 0; visit < VISITS_TO_TYPE; visit++) {
      robot.interact(() -> draft.begin("net = nn.Sequential(nn.ReLU())"));
      robot.interact(() -> visit(context.screens().getFirst(), left));
      robot.interact(draft::leave);
    }
    robot.interact(() -> pane.getChildren().clear());

    assertThat(stillThere(left, robot)).isZero();
  }

  private void visit(ScreenPlace place, List<WeakReference<Object>> left) {
    Desk desk = desk();
    Screen screen = place.make().apply(desk);
    Parent page = screen.open();
    pane.getChildren().setAll(page);
    screen.shown(true);
    pane.applyCss();
    pane.layout();
    context.desk().workbench().edit(now -> now.withMode(Mode.EVAL));
    context
        .desk()
        .workbench()
        .receive(Observed.output(Presets.simpleNet(), Observed.variance(3, 3, 0.5, 0.6)));
    context.desk().appearance().enlarge();
    context.desk().appearance().resetScale();
    screen.shown(false);
    pane.getChildren().clear();
    screen.close();
    left.add(new WeakReference<>(desk.text()));
    left.add(new WeakReference<>(screen));
    left.add(new WeakReference<>(page));
  }

  /// A desk with words of its own: whatever of the screen says something holds on to them.
  private Desk desk() {
    Desk shared = context.desk();
    return new Desk(
        shared.workbench(),
        shared.dialogs(),
        shared.notices(),
        shared.picker(),
        shared.tasks(),
        shared.appearance(),
        shared.settings(),
        OtherWords.with(Map.of()),
        shared.navigation(),
        new Watch());
  }

  private static long stillThere(List<WeakReference<Object>> left, FxRobot robot) {
    for (int collection = 0; collection < COLLECTIONS; collection++) {
      System.gc();
      // The toolkit lets go of a page with the next pulse.
      robot.interact(() -> {});
      if (left.stream().allMatch(each -> each.refersTo(null))) {
        return 0;
      }
    }
    return left.stream().filter(each -> !each.refersTo(null)).count();
  }
}
