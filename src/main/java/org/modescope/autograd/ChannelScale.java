package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/// `y = x·factor + term`, with one factor and one term for each channel.
///
/// @param factors `[C]`
/// @param terms `[C]`
record ChannelScale(float[] factors, float[] terms) {

  /// Scales one pass of x; the result may be x itself.
  void apply(Array x, Array result, int pass, Channels layout) {
    if (HeapBlock.isWorthwhile(layout.inner())) {
      scaleLongRuns(x, result, pass, layout);
    } else if (layout.inner() != 1) {
      scaleRuns(x, result, pass, layout);
    } else if (layout.outer() * (long) factors.length < 4 * HeapBlock.LENGTH) {
      scaleRows(x, result, pass, layout.outer());
    } else {
      scaleManyRows(x, result, pass);
    }
  }

  private void scaleRows(Array x, Array result, int pass, int rows) {
    MemorySegment source = x.floats();
    MemorySegment target = result.floats();
    int channels = factors.length;
    for (int row = 0; row < rows; row++) {
      long from = x.offset(pass) + (long) row * channels;
      long to = result.offset(pass) + (long) row * channels;
      for (int i = 0; i < channels; i++) {
        target.setAtIndex(
            JAVA_FLOAT,
            to + i,
            Math.fma(source.getAtIndex(JAVA_FLOAT, from + i), factors[i], terms[i]));
      }
    }
  }

  /// With factors and terms laid out for as many rows as fit a block.
  private void scaleManyRows(Array x, Array result, int pass) {
    int rows = Math.max(1, HeapBlock.LENGTH / factors.length);
    float[] manyFactors = repeated(factors, rows);
    float[] manyTerms = repeated(terms, rows);
    HeapBlock.ofLength(manyFactors.length)
        .change(
            x.floats(),
            x.offset(pass),
            result.floats(),
            result.offset(pass),
            x.size(),
            (values, count) -> scale(values, count, manyFactors, manyTerms));
  }

  private void scaleRuns(Array x, Array result, int pass, Channels layout) {
    MemorySegment source = x.floats();
    MemorySegment target = result.floats();
    for (int sample = 0; sample < layout.outer(); sample++) {
      for (int channel = 0; channel < factors.length; channel++) {
        long from = x.offset(pass) + layout.run(sample, channel);
        long to = result.offset(pass) + layout.run(sample, channel);
        float factor = factors[channel];
        float term = terms[channel];
        for (int i = 0; i < layout.inner(); i++) {
          target.setAtIndex(
              JAVA_FLOAT, to + i, Math.fma(source.getAtIndex(JAVA_FLOAT, from + i), factor, term));
        }
      }
    }
  }

  private void scaleLongRuns(Array x, Array result, int pass, Channels layout) {
    int length = layout.inner();
    HeapBlock block = HeapBlock.forLoopsOver(length);
    for (int sample = 0; sample < layout.outer(); sample++) {
      for (int channel = 0; channel < factors.length; channel++) {
        float factor = factors[channel];
        float term = terms[channel];
        block.change(
            x.floats(),
            x.offset(pass) + layout.run(sample, channel),
            result.floats(),
            result.offset(pass) + layout.run(sample, channel),
            length,
            (values, count) -> scale(values, count, factor, term));
      }
    }
  }

  private static float[] repeated(float[] values, int times) {
    float[] repeated = new float[values.length * times];
    for (int to = 0; to < repeated.length; to += values.length) {
      System.arraycopy(values, 0, repeated, to, values.length);
    }
    return repeated;
  }

  private static void scale(float[] values, int count, float[] factors, float[] terms) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.fma(values[i], factors[i], terms[i]);
    }
  }

  private static void scale(float[] values, int count, float factor, float term) {
    for (int i = 0; i < count; i++) {
      values[i] = Math.fma(values[i], factor, term);
    }
  }
}
