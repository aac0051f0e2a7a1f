package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.util.Arrays;

/// The gradient of a [LargestPool]: each element has the gradients of all places that found it.
final class LargestPoolGradient implements PlaneLoop.Work {
  private final Array gradOutput;
  private final Array indices;
  private final Array gradient;
  private final float[] plane;
  private final float[] incoming;
  private final long[] found;

  private LargestPoolGradient(Array gradOutput, Array indices, Array gradient, Planes planes) {
    this.gradOutput = gradOutput;
    this.indices = indices;
    this.gradient = gradient;
    plane = new float[Math.toIntExact(planes.size())];
    found = new long[gradOutput.size() / Math.max(1, planes.count())];
    incoming = new float[found.length];
  }

  /// The gradient of what was pooled, of that shape; the caller holds it.
  ///
  /// @param indices where in its plane each place found its element; one that found nothing has an
  ///   index outside
  static Array of(Shape x, Array gradOutput, Array indices) {
    Array gradient = Array.allocate(x, gradOutput.passes());
    Planes planes = Planes.of(x);
    PlaneLoop.share(
        gradient.passes(),
        planes.count(),
        planes.size(),
        () -> new LargestPoolGradient(gradOutput, indices, gradient, planes));
    return gradient;
  }

  @Override
  public void accept(int pass, int number) {
    Arrays.fill(plane, 0);
    long from = (long) number * found.length;
    long fromGradient = (gradOutput.offset(pass) + from) * Float.BYTES;
    InPieces.copy(gradOutput.floats(), JAVA_FLOAT, fromGradient, incoming, 0, incoming.length);
    long fromIndices = (indices.offset(pass) + from) * Long.BYTES;
    InPieces.copy(indices.floats(), JAVA_LONG, fromIndices, found, 0, found.length);
    for (int i = 0; i < found.length; i++) {
      if (found[i] < plane.length) {
        plane[(int) found[i]] += incoming[i];
      }
    }
    long to = (gradient.offset(pass) + (long) number * plane.length) * Float.BYTES;
    InPieces.copy(plane, 0, gradient.floats(), JAVA_FLOAT, to, plane.length);
  }
}
