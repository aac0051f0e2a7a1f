package org.modescope.autograd;

/// What each place of a pool sees along one axis: from `starts` to before `ends`, every `step`-th
/// element, clipped to the image once, so that the loops over elements test no bounds.
///
/// @param counts how many elements a mean is taken over, padding included where it counts
record Spans(int[] starts, int[] ends, int[] counts, int step) {

  /// Of a window of a mean that moves over so many elements.
  static Spans ofWindow(
      int extent, int window, int stride, int padding, int places, PaddingCount counting) {
    Spans spans = new Spans(places, 1);
    for (int place = 0; place < places; place++) {
      int first = place * stride - padding;
      int end = Math.min(first + window, extent + padding);
      spans.starts[place] = Math.max(first, 0);
      spans.ends[place] = Math.min(end, extent);
      spans.counts[place] =
          counting == PaddingCount.INCLUDED ? end - first : spans.ends[place] - spans.starts[place];
    }
    return spans;
  }

  /// Of a window that sees every `dilation`-th element; one that lies in the padding sees nothing.
  static Spans ofDilated(
      int extent, int window, int stride, int padding, int dilation, int places) {
    Spans spans = new Spans(places, dilation);
    for (int place = 0; place < places; place++) {
      int first = place * stride - padding;
      spans.starts[place] = first >= 0 ? first : first + Math.ceilDiv(-first, dilation) * dilation;
      spans.ends[place] = Math.min(extent, first + window * dilation);
    }
    return spans;
  }

  /// Of nearly equal regions, which may overlap by one element.
  static Spans ofRegions(int extent, int regions) {
    Spans spans = new Spans(regions, 1);
    for (int region = 0; region < regions; region++) {
      spans.starts[region] = (int) ((long) region * extent / regions);
      spans.ends[region] = Math.ceilDiv((region + 1) * extent, regions);
      spans.counts[region] = spans.ends[region] - spans.starts[region];
    }
    return spans;
  }

  private Spans(int places, int step) {
    this(new int[places], new int[places], new int[places], step);
  }

  int places() {
    return starts.length;
  }
}
