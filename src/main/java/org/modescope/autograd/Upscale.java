package org.modescope.autograd;

/// Which source positions the positions of one resized axis are made of: two neighbours and how
/// much the second counts, which is nothing where the nearest is taken.
///
/// Computed in single precision, as PyTorch does.
///
/// @param first the first neighbour of each output position
/// @param second the second
/// @param share how much the second counts
record Upscale(int[] first, int[] second, float[] share) {

  /// The nearest source position of each.
  ///
  /// @param factor what the size was multiplied by; 0 where an output size was asked for
  static Upscale nearest(int input, int output, double factor) {
    int[] source = new int[output];
    float scale = scale(input, output, factor);
    for (int i = 0; i < output; i++) {
      source[i] =
          output == input
              ? i
              : output == 2 * input ? i / 2 : Math.min((int) Math.floor(i * scale), input - 1);
    }
    return new Upscale(source, source, new float[output]);
  }

  /// The two source positions between which each lies, measured from the middles of the outermost
  /// pixels, or else of the outermost edges.
  static Upscale linear(int input, int output, double factor, Corners corners) {
    int[] first = new int[output];
    int[] second = new int[output];
    float[] share = new float[output];
    for (int i = 0; i < output; i++) {
      float place = output == input ? i : place(i, input, output, factor, corners);
      first[i] = Math.min((int) place, input - 1);
      second[i] = Math.min(first[i] + 1, input - 1);
      share[i] = Math.clamp(place - first[i], 0f, 1f);
    }
    return new Upscale(first, second, share);
  }

  /// What is laid over one another.
  enum Corners {
    /// The middles of the outermost pixels (`align_corners=True`).
    ALIGNED,
    /// The edges of the images.
    EDGES
  }

  private static float place(int i, int input, int output, double factor, Corners corners) {
    return switch (corners) {
      case ALIGNED -> output > 1 ? i * ((float) (input - 1) / (output - 1)) : 0;
      case EDGES -> Math.max(0, scale(input, output, factor) * (i + 0.5f) - 0.5f);
    };
  }

  private static float scale(int input, int output, double factor) {
    return factor > 0 ? (float) (1 / factor) : (float) input / output;
  }
}
