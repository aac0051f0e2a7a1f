package org.modescope.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Does work where it is asked for, and has it done when that returns: where nothing takes long, as
/// without files, and in tests, which see the end of it.
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
