package org.modescope.autograd;

/// Adds to a run of places what lies elsewhere, times a factor; one thread's work space for it.
///
/// What is added is copied to the same places of other arrays first: C2 vectorises only loops whose
/// arrays have one index, since it cannot tell otherwise that they do not overlap.
final class ScaledSums {
  private final float[] first;
  private final float[] second;
  private final float[] third;

  /// For runs of that many places at the most.
  ScaledSums(int most) {
    first = new float[most];
    second = new float[most];
    third = new float[most];
  }

  /// One source that is added.
  ///
  /// @param from where its first element lies
  record Term(float[] source, int from, float factor) {}

  /// Adds the terms, one after another, to the first `count` places.
  void add(Term[] terms, float[] places, int count) {
    int i = 0;
    for (; i + 2 < terms.length; i += 3) {
      copy(terms[i], first, count);
      copy(terms[i + 1], second, count);
      copy(terms[i + 2], third, count);
      addThree(
          places,
          first,
          terms[i].factor,
          second,
          terms[i + 1].factor,
          third,
          terms[i + 2].factor,
          count);
    }
    for (; i < terms.length; i++) {
      copy(terms[i], first, count);
      add(places, first, terms[i].factor, count);
    }
  }

  private static void copy(Term term, float[] target, int count) {
    System.arraycopy(term.source, term.from, target, 0, count);
  }

  /// Adds the first `count` places, times a factor, to a run of the target.
  void addTo(float[] places, float factor, float[] target, int to, int count) {
    System.arraycopy(target, to, first, 0, count);
    add(first, places, factor, count);
    System.arraycopy(first, 0, target, to, count);
  }

  private static void add(float[] places, float[] source, float factor, int count) {
    for (int i = 0; i < count; i++) {
      places[i] += factor * source[i];
    }
  }

  /// In the order of one after another, and so with the same rounding.
  private static void addThree(
      float[] places,
      float[] first,
      float ofFirst,
      float[] second,
      float ofSecond,
      float[] third,
      float ofThird,
      int count) {
    for (int i = 0; i < count; i++) {
      float sum = places[i] + ofFirst * first[i];
      sum += ofSecond * second[i];
      places[i] = sum + ofThird * third[i];
    }
  }
}
