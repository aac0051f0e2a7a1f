package org.modescope.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Does what may take long, such as reading a file, without making the window wait: the seam where
/// tests put a runner that does it at once.
public interface TaskRunner {

  /// Does the work away from the FX thread and hands its result back on it. Work that was asked for
  /// first is done first.
  ///
  /// @param done is given the result, on the FX thread
  /// @param failed is given the exception that ended the work, on the FX thread
  <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);
}
