package org.modescope.cli;

import java.io.IOException;
import org.modescope.experiment.RunRecorder;

/// One thing that a run writes: it listens while passes are made, and what it has written appears
/// when all outputs of the run are whole.
interface RunOutput extends RunRecorder, AutoCloseable {

  /// The passes are made: writes what is left to write.
  ///
  /// @throws IOException if it cannot be written
  void finish(RunResult result) throws IOException;

  /// Puts it where it was asked for.
  ///
  /// @throws IOException if it cannot be put there
  void publish() throws IOException;

  /// Gives up whatever was not published.
  @Override
  void close();
}
