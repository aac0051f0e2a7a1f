package org.modescope.autograd;

/// How an array is stretched to a larger shape: along axes of size 1, and along those that it lacks
/// in front, its elements are repeated (PyTorch's "broadcasting").
///
/// @param from the array's own shape
/// @param to the shape it is stretched to
record Stretch(Shape from, Shape to) {

  /// The array stretched; the caller holds it.
  Array stretched(Array x) {
    if (from.equals(to)) {
      return x.shared(to);
    }
    int[] sources = sources();
    Array result = Array.allocate(to, x.passes());
    for (int pass = 0; pass < x.passes(); pass++) {
      for (int i = 0; i < sources.length; i++) {
        result.put(result.offset(pass) + i, x.at(x.offset(pass) + sources[i]));
      }
    }
    return result;
  }

  /// The gradient of the array from that of the stretched one: the sum over all of an element's
  /// repetitions.
  Array summed(Array gradient) {
    if (from.equals(to)) {
      return gradient;
    }
    int[] sources = sources();
    Array sums = Array.zeros(from, gradient.passes());
    for (int pass = 0; pass < gradient.passes(); pass++) {
      for (int i = 0; i < sources.length; i++) {
        long at = sums.offset(pass) + sources[i];
        sums.put(at, sums.at(at) + gradient.at(gradient.offset(pass) + i));
      }
    }
    return sums;
  }

  /// The same, giving back the stretched one's gradient where it is not that very array.
  Array summedOver(Array gradient) {
    Array sums = summed(gradient);
    if (sums.storage() != gradient.storage()) {
      gradient.storage().release();
    }
    return sums;
  }

  /// For each element of the stretched array the index of the one that is repeated there.
  private int[] sources() {
    int[] sources = new int[Math.toIntExact(to.elements())];
    for (int i = 0; i < sources.length; i++) {
      int rest = i;
      int stride = 1;
      for (int axis = 1; axis <= from.rank(); axis++) {
        int place = rest % to.size(-axis);
        sources[i] += from.size(-axis) == 1 ? 0 : place * stride;
        rest /= to.size(-axis);
        stride *= from.size(-axis);
      }
    }
    return sources;
  }
}
