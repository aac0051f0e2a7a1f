package org.modescope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.modescope.experiment.Experiment;
import org.modescope.run.Lane;
import org.modescope.run.Runner;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// The screens are gone through once where nobody sees it.
@ExtendWith(WindowExtension.class)
class RehearsalTest {
  private static final long PATIENCE_SECONDS = 60;

  private final Runner runner = new Runner();
  private final AppContext context = new AppContext(ModeScopeApp.control(runner));

  @Start
  void show(Stage stage) {
    stage.setScene(ModeScopeApp.scene(context));
    stage.show();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void rehearsalGoesThroughAllScreensAndLeavesTheWindowAlone(FxRobot robot) throws Exception {
    Experiment before = context.desk().workbench().experiment();

    assertThat(rehearsed(robot, runner)).as("whether it went to its end").isTrue();

    assertThat(context.desk().workbench().experiment()).isSameAs(before);
    assertThat(runner.mailbox(Lane.CELLS).take()).isEmpty();
    assertThat(runner.mailbox(Lane.GRAPH).take()).isEmpty();
    assertThat(runner.mailbox(Lane.TRACE).take()).isEmpty();
    assertThat(runner.mailbox(Lane.MATES).take()).isEmpty();
    assertThat(runner.mailbox(Lane.LESSON).take()).isEmpty();
  }

  @Test
  void rehearsalMindsNoWindowThatIsClosedMeanwhile(FxRobot robot) throws Exception {
    Runner closed = new Runner();
    closed.close();

    assertThat(rehearsed(robot, closed)).isTrue();
  }

  private boolean rehearsed(FxRobot robot, Runner worker)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<CompletableFuture<Boolean>> begun = new CompletableFuture<>();
    robot.interact(() -> begun.complete(Rehearsal.begin(worker, context.desk())));
    return begun.join().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
