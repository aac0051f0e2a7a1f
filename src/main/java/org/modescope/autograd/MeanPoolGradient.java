package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The gradient of a [MeanPool]: each element has an equal part of the gradients of all places that
/// saw it. Parts are added up along a line first, and the line to every row that its places saw.
final class MeanPoolGradient implements PlaneLoop.Work {
  private final Spans rows;
  private final Spans columns;
  private final Array gradOutput;
  private final Array gradient;
  private final float[] incoming;
  private final float[] line;
  private final float[] image;

  private MeanPoolGradient(Spans rows, Spans columns, Array gradOutput, Array gradient) {
    this.rows = rows;
    this.columns = columns;
    this.gradOutput = gradOutput;
    this.gradient = gradient;
    Planes planes = Planes.of(gradient.shape());
    incoming = new float[columns.places()];
    line = new float[planes.columns()];
    image = new float[Math.toIntExact(planes.size())];
  }

  /// The gradient of what was pooled, of that shape; the caller holds it.
  static Array of(Shape x, Spans rows, Spans columns, Array gradOutput) {
    Array gradient = Array.allocate(x, gradOutput.passes());
    Planes planes = Planes.of(x);
    PlaneLoop.share(
        gradient.passes(),
        planes.count(),
        planes.size(),
        () -> new MeanPoolGradient(rows, columns, gradOutput, gradient));
    return gradient;
  }

  @Override
  public void accept(int pass, int plane) {
    int reached = 0;
    Arrays.fill(image, 0);
    long from = gradOutput.offset(pass) + (long) plane * rows.places() * incoming.length;
    for (int row = 0; row < rows.places(); row++) {
      MemorySegment.copy(
          gradOutput.floats(), JAVA_FLOAT, from * Float.BYTES, incoming, 0, incoming.length);
      spread(rows.counts()[row]);
      for (int seen = rows.starts()[row]; seen < rows.ends()[row]; seen++) {
        if (seen >= reached) {
          System.arraycopy(line, 0, image, seen * line.length, line.length);
        } else {
          addTo(image, seen * line.length, line);
        }
      }
      reached = Math.max(reached, rows.ends()[row]);
      from += incoming.length;
    }
    long to = (gradient.offset(pass) + (long) plane * image.length) * Float.BYTES;
    InPieces.copy(image, 0, gradient.floats(), JAVA_FLOAT, to, image.length);
  }

  private void spread(int count) {
    Arrays.fill(line, 0);
    for (int place = 0; place < incoming.length; place++) {
      float part = incoming[place] / (count * columns.counts()[place]);
      add(line, columns.starts()[place], columns.ends()[place], part);
    }
  }

  private static void add(float[] line, int from, int end, float part) {
    for (int column = from; column < end; column++) {
      line[column] += part;
    }
  }

  private static void addTo(float[] image, int to, float[] line) {
    for (int i = 0; i < line.length; i++) {
      image[to + i] += line[i];
    }
  }
}
