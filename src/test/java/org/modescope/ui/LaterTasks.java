package org.modescope.ui;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.modescope.ui.task.TaskRunner;
import org.modescope.ui.task.TasksAtOnce;

/// Does work when the test says so, as a slow drive would.
public final class LaterTasks implements TaskRunner {
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  @Override
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    waiting.add(() -> new TasksAtOnce().run(work, done, failed));
  }

  /// Does all that was asked for, and what that asks for.
  public void runAll() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
