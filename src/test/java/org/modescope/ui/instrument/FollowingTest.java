package org.modescope.ui.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.modescope.experiment.Experiment;
import org.modescope.preset.Presets;
import org.modescope.ui.FakeRunner;
import org.modescope.ui.Observed;
import org.modescope.ui.Observed.Movement;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

class FollowingTest {
  private final SimpleBooleanProperty shown = new SimpleBooleanProperty(true);
  private final Following following = new Following(shown);
  private final Experiment experiment = Presets.simpleNet();
  private final Workbench workbench = new Workbench(new FakeRunner(), experiment);
  private final StatisticsViewModel statistics = new StatisticsViewModel(workbench, Text.english());
  private final List<Object> drawn = new ArrayList<>();

  @Test
  void whatIsNotShownIsGivenNothingUntilItIsAgain() {
    following.follow(statistics.shownProperty(), drawn::add);
    drawn.clear();

    shown.set(false);
    observe();
    assertThat(drawn).isEmpty();

    shown.set(true);
    assertThat(drawn).hasSize(1);
  }

  @Test
  void closedViewFollowsNothing() {
    following.follow(statistics.shownProperty(), drawn::add);
    following.close();
    drawn.clear();

    observe();

    assertThat(drawn).isEmpty();
  }

  @Test
  void closedViewModelLetsTheWorkbenchGo() {
    statistics.close();

    observe();

    assertThat(statistics.layers()).isEmpty();
    assertThat(statistics.words().textProperty().get().headline()).isEmpty();
  }

  private void observe() {
    workbench.receive(
        Observed.statistics(experiment, Observed.running(Movement.MOVED, 0, 10, Optional.of(0.1))));
  }
}
