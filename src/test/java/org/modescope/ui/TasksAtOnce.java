package org.modescope.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.modescope.ui.task.TaskRunner;

/// Does work where it is asked for, so that a test sees the end of it.
public final class TasksAtOnce implements TaskRunner {
  @Override
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    T result;
    try {
      result = work.call();
    } catch (Exception refused) {
      failed.accept(refused);
      return;
    }
    done.accept(result);
  }
}
