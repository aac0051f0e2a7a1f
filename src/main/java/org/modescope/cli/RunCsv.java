package org.modescope.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.modescope.autograd.Shape;
import org.modescope.files.Spool;

/// `run --csv`: a line per pass, `pass,y0,y1,…`, with the output's elements in row-major order.
final class RunCsv implements RunOutput {
  private final Destination destination;
  private final Spool lines;

  RunCsv(Destination destination) throws IOException {
    this.destination = destination;
    lines = Spools.near(destination);
  }

  @Override
  public void output(int pass, Shape shape, float[] values) {
    StringBuilder line = new StringBuilder();
    if (pass == 0) {
      line.append("pass");
      for (int i = 0; i < values.length; i++) {
        line.append(",y").append(i);
      }
      line.append('\n');
    }
    line.append(pass);
    for (float value : values) {
      line.append(',').append(value);
    }
    line.append('\n');
    try {
      lines.write(line.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void addTo(Delivery delivery, RunResult result) {
    delivery.add(destination, lines::copyTo);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
