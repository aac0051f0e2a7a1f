package org.modescope.measure;

import java.util.ArrayList;
import java.util.List;
import org.modescope.measure.RunningStatistics.Stretch;
import org.modescope.measure.RunningStatistics.Trace;

/// Follows one statistic over passes, thinning it into stretches that keep their extremes.
public final class TraceBuilder {
  private final float[] start;
  private final List<Stretch> stretches = new ArrayList<>();
  private final float[] last;
  private final float[] minimum;
  private final float[] maximum;
  private int stretchLength = 1;
  private int inStretch;
  private int passes;

  public TraceBuilder(float[] start) {
    this.start = start;
    last = new float[start.length];
    minimum = new float[start.length];
    maximum = new float[start.length];
  }

  /// Takes in the value of one channel after the next pass; every channel is set before [#endPass].
  public void set(int channel, float value) {
    last[channel] = value;
    boolean isFirst = inStretch == 0;
    minimum[channel] = isFirst ? value : Math.min(minimum[channel], value);
    maximum[channel] = isFirst ? value : Math.max(maximum[channel], value);
  }

  public void endPass() {
    passes++;
    inStretch++;
    if (inStretch == stretchLength) {
      stretches.add(current());
      inStretch = 0;
      if (stretches.size() == Trace.STRETCH_LIMIT) {
        halve();
      }
    }
  }

  public Trace trace() {
    List<Stretch> all = new ArrayList<>(stretches);
    if (inStretch > 0) {
      all.add(current());
    }
    return new Trace(start, all);
  }

  private Stretch current() {
    return new Stretch(passes, last.clone(), minimum.clone(), maximum.clone());
  }

  private void halve() {
    List<Stretch> halved = new ArrayList<>();
    for (int i = 0; i < stretches.size(); i += 2) {
      halved.add(join(stretches.get(i), stretches.get(i + 1)));
    }
    stretches.clear();
    stretches.addAll(halved);
    stretchLength *= 2;
  }

  private static Stretch join(Stretch earlier, Stretch later) {
    float[] lowest = earlier.minimum().clone();
    float[] highest = earlier.maximum().clone();
    for (int i = 0; i < lowest.length; i++) {
      lowest[i] = Math.min(lowest[i], later.minimum()[i]);
      highest[i] = Math.max(highest[i], later.maximum()[i]);
    }
    return new Stretch(later.lastPass(), later.last(), lowest, highest);
  }
}
