package org.modescope.nn;

/// Running statistics after each pass of a block.
///
/// @param channels how many channels there are
/// @param means `passes × channels`
/// @param variances `passes × channels`
/// @param counterBefore `num_batches_tracked` before the first pass
public record RunningHistory(int channels, float[] means, float[] variances, long counterBefore) {

  public int passes() {
    return channels == 0 ? 0 : means.length / channels;
  }

  public float mean(int pass, int channel) {
    return means[pass * channels + channel];
  }

  public float variance(int pass, int channel) {
    return variances[pass * channels + channel];
  }
}
