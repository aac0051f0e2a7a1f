package org.modescope.cli.result;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import org.modescope.autograd.Shape;
import org.modescope.files.Spool;

/// `run --csv`: a line per pass, `pass,y0,y1,…`, with the output's elements in row-major order.
public final class RunCsv implements RunOutput {
  private final Destination destination;
  private final Spool lines;
  private final CsvWriter csv;

  public RunCsv(Destination destination) throws IOException {
    this.destination = destination;
    lines = destination.spool();
    csv = CsvLines.to(lines);
  }

  @Override
  public void output(int pass, Shape shape, float[] values) {
    if (pass == 0) {
      CsvWriter.CsvWriterRecord header = csv.writeRecord().writeField("pass");
      for (int i = 0; i < values.length; i++) {
        header.writeField("y" + i);
      }
      header.endRecord();
    }
    CsvWriter.CsvWriterRecord line = csv.writeRecord().writeField(Integer.toString(pass));
    for (float value : values) {
      line.writeField(Float.toString(value));
    }
    line.endRecord();
  }

  @Override
  public void addTo(Delivery delivery, RunResult result) throws IOException {
    csv.flush();
    delivery.add(destination, lines::copyTo);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
