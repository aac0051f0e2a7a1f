package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// One term for each channel of `[N, C, …]`, such as a convolution's bias: laid out before a
/// product is added to it, or added to what is there.
final class ChannelTerms {
  private ChannelTerms() {}

  /// Fills every channel with its term.
  static void fill(Array terms, Array result) {
    Channels layout = Channels.of(result.shape());
    float[] run = new float[layout.inner()];
    for (int channel = 0; channel < layout.channels(); channel++) {
      Arrays.fill(run, terms.at(channel));
      for (int pass = 0; pass < result.passes(); pass++) {
        for (int block = 0; block < layout.outer(); block++) {
          long to = result.offset(pass) + layout.run(block, channel);
          MemorySegment.copy(run, 0, result.floats(), JAVA_FLOAT, to * Float.BYTES, run.length);
        }
      }
    }
  }

  /// Adds its term to every channel.
  static void add(Array terms, Array result) {
    Channels layout = Channels.of(result.shape());
    HeapBlock block = HeapBlock.forLoopsOver(layout.inner());
    for (int pass = 0; pass < result.passes(); pass++) {
      for (int outer = 0; outer < layout.outer(); outer++) {
        for (int channel = 0; channel < layout.channels(); channel++) {
          float term = terms.at(channel);
          long at = result.offset(pass) + layout.run(outer, channel);
          block.change(
              result.floats(),
              at,
              result.floats(),
              at,
              layout.inner(),
              (values, count) -> add(values, count, term));
        }
      }
    }
  }

  private static void add(float[] values, int count, float term) {
    for (int i = 0; i < count; i++) {
      values[i] += term;
    }
  }
}
