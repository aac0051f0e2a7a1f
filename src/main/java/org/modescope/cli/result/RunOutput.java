package org.modescope.cli.result;

import java.io.Closeable;
import java.io.IOException;
import org.modescope.run.RunRecorder;

/// One kind of result of a run: listens while passes are made, and keeps what it hears on disk
/// rather than in memory.
public interface RunOutput extends RunRecorder, Closeable {

  /// Adds what it makes of the run, to be written before it is closed.
  ///
  /// @throws IOException if what it heard could not be kept
  void addTo(Delivery delivery, RunResult result) throws IOException;

  @Override
  void close() throws IOException;
}
