package org.modescope.autograd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/// `y = x·factor + term`, with one factor and one term for each channel of each pass.
///
/// @param channels how many channels there are
/// @param factors `[passes × C]`
/// @param terms `[passes × C]`
record ChannelScale(int channels, float[] factors, float[] terms) {
  /// Elements of rows below which laying out factors costs more than it saves.
  private static final int MANY_ROWS = 4 * HeapBlock.LENGTH;

  /// Scales every pass of x; the result may be x itself.
  void apply(Array x, Array result, Channels layout) {
    if (Runs.areWorthwhile(layout.inner())) {
      scaleLongRuns(x, result, layout.inner());
    } else if (layout.inner() == 1 && x.size() >= MANY_ROWS) {
      scaleManyRows(x, result);
    } else {
      for (int pass = 0; pass < result.passes(); pass++) {
        scaleElements(x, result, pass, layout);
      }
    }
  }

  private void scaleElements(Array x, Array result, int pass, Channels layout) {
    if (layout.inner() == 1) {
      scaleRows(x, result, pass, layout.outer());
    } else {
      scaleRuns(x, result, pass, layout);
    }
  }

  private void scaleRows(Array x, Array result, int pass, int rows) {
    MemorySegment source = x.floats();
    MemorySegment target = result.floats();
    int first = pass * channels;
    for (int row = 0; row < rows; row++) {
      long from = x.offset(pass) + (long) row * channels;
      long to = result.offset(pass) + (long) row * channels;
      for (int i = 0; i < channels; i++) {
        float value = source.getAtIndex(JAVA_FLOAT, from + i);
        target.setAtIndex(
            JAVA_FLOAT, to + i, Math.fma(value, factors[first + i], terms[first + i]));
      }
    }
  }

  private void scaleRuns(Array x, Array result, int pass, Channels layout) {
    MemorySegment source = x.floats();
    MemorySegment target = result.floats();
    for (int sample = 0; sample < layout.outer(); sample++) {
      for (int channel = 0; channel < channels; channel++) {
        long from = x.offset(pass) + layout.run(sample, channel);
        long to = result.offset(pass) + layout.run(sample, channel);
        float factor = factors[pass * channels + channel];
        float term = terms[pass * channels + channel];
        for (int i = 0; i < layout.inner(); i++) {
          target.setAtIndex(
              JAVA_FLOAT, to + i, Math.fma(source.getAtIndex(JAVA_FLOAT, from + i), factor, term));
        }
      }
    }
  }

  private void scaleLongRuns(Array x, Array result, int length) {
    Runs runs = new Runs(x, null, result, length);
    int perPass = runs.perPass();
    runs.change(
        () ->
            (run, _, values, _, count) -> {
              int index = run / perPass * channels + run % channels;
              scale(values, count, factors[index], terms[index]);
            });
  }

  /// With factors and terms laid out for as many rows as fit a block.
  private void scaleManyRows(Array x, Array result) {
    int rows = Math.max(1, Math.min(HeapBlock.LENGTH, x.size()) / channels);
    Runs runs = new Runs(x, null, result, rows * channels);
    runs.change(() -> new ManyRows(rows, runs.perPass()));
  }

  /// One thread's factors and terms for a block of rows, all of one pass.
  private final class ManyRows implements Runs.Loop {
    private final int runsPerPass;
    private final float[] manyFactors;
    private final float[] manyTerms;
    private final float[] pieceOfFactors;
    private final float[] pieceOfTerms;
    private int pass = -1;
    private int place = -1;

    ManyRows(int rows, int runsPerPass) {
      this.runsPerPass = runsPerPass;
      manyFactors = new float[rows * channels];
      manyTerms = new float[rows * channels];
      pieceOfFactors = new float[Math.min(HeapBlock.LENGTH, manyTerms.length)];
      pieceOfTerms = new float[pieceOfFactors.length];
    }

    @Override
    public void change(int run, int at, float[] values, float[] others, int count) {
      if (pass != run / runsPerPass) {
        pass = run / runsPerPass;
        repeat(factors, manyFactors);
        repeat(terms, manyTerms);
        place = -1;
      }
      if (place != at) {
        // At the same places as the elements: only then C2 knows that they do not overlap.
        place = at;
        int length = Math.min(pieceOfTerms.length, manyTerms.length - at);
        System.arraycopy(manyFactors, at, pieceOfFactors, 0, length);
        System.arraycopy(manyTerms, at, pieceOfTerms, 0, length);
      }
      scale(values, count, pieceOfFactors, pieceOfTerms);
    }

    private void repeat(float[] source, float[] target) {
      for (int to = 0; to < target.length; to += channels) {
        System.arraycopy(source, pass * channels, target, to, channels);
      }
    }
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
