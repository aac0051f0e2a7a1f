package org.modescope.autograd;

import java.lang.foreign.MemorySegment;

/// Choices between numbers by the bits of others, for blocks: C2 has vector instructions for
/// choosing among whole numbers only. Belongs to one thread.
///
/// Numbers are read as bits by a copy, because C2 has no vector instruction for
/// `Float.floatToRawIntBits` either; within the fastest cache it costs less than one addition.
final class BitChoice {
  private static final int INFINITY = 0x7f800000;

  /// Where −∞ stands in the order of numbers.
  private static final int LEAST = ~INFINITY;

  private final int[] conditions;
  private final int[] others;
  private final MemorySegment conditionsInMemory;
  private final MemorySegment othersInMemory;

  /// For blocks of that many numbers at the most.
  BitChoice(int capacity) {
    conditions = new int[capacity];
    others = new int[capacity];
    conditionsInMemory = MemorySegment.ofArray(conditions);
    othersInMemory = MemorySegment.ofArray(others);
  }

  /// Puts one number in the place of each x above 0, and another in that of all others, NaN among
  /// them.
  void whereAbove0(float[] x, int count, float above, float below) {
    read(x, conditionsInMemory, count);
    choose(conditions, count, Float.floatToRawIntBits(above), Float.floatToRawIntBits(below));
    write(conditionsInMemory, x, count);
  }

  /// Puts a number in the place of each of some others where x is above 0.
  void whereAbove0(float[] x, float[] others, int count, float above) {
    read(x, conditionsInMemory, count);
    read(others, othersInMemory, count);
    choose(conditions, this.others, count, Float.floatToRawIntBits(above));
    write(conditionsInMemory, others, count);
  }

  /// Puts a number in the place of each of some others where x is above 0, or NaN.
  void whereAbove0OrNaN(float[] x, float[] others, int count, float above) {
    read(x, conditionsInMemory, count);
    read(others, othersInMemory, count);
    chooseOrNaN(conditions, this.others, count, Float.floatToRawIntBits(above));
    write(conditionsInMemory, others, count);
  }

  /// Puts 1 in the place of each x between two bounds, and 0 in that of all others, NaN among them.
  void whereBetween(float[] x, int count, float least, float most) {
    read(x, conditionsInMemory, count);
    // Of the two zeros those that count as equal to a bound are outside.
    int first = order(Float.floatToRawIntBits(least + 0f)) + 1;
    int last = order(Float.floatToRawIntBits(most == 0 ? -0f : most)) - 1;
    chooseBetween(conditions, count, first, last);
    write(conditionsInMemory, x, count);
  }

  /// Puts 0 in the place of each x that is not above the least, 1 in that of each not below the
  /// most, and what is in `between` in that of all others, NaN among them.
  void whereBetween(float[] x, int count, float least, float most, float[] between) {
    read(x, conditionsInMemory, count);
    read(between, othersInMemory, count);
    int last = order(Float.floatToRawIntBits(least));
    int first = order(Float.floatToRawIntBits(most));
    chooseBeyond(conditions, others, count, last, first);
    write(conditionsInMemory, x, count);
  }

  private static void choose(int[] bits, int count, int above, int below) {
    for (int i = 0; i < count; i++) {
      int isAbove = isAbove0(bits[i]);
      bits[i] = above & isAbove | below & ~isAbove;
    }
  }

  private static void choose(int[] bits, int[] below, int count, int above) {
    for (int i = 0; i < count; i++) {
      int isAbove = isAbove0(bits[i]);
      bits[i] = above & isAbove | below[i] & ~isAbove;
    }
  }

  private static void chooseOrNaN(int[] bits, int[] below, int count, int above) {
    for (int i = 0; i < count; i++) {
      int isNaN = INFINITY - (bits[i] & Integer.MAX_VALUE) >> 31;
      int isAbove = isAbove0(bits[i]) | isNaN;
      bits[i] = above & isAbove | below[i] & ~isAbove;
    }
  }

  private static void chooseBetween(int[] bits, int count, int first, int last) {
    int one = Float.floatToRawIntBits(1);
    for (int i = 0; i < count; i++) {
      bits[i] = one & isWithin(order(bits[i]), first, last);
    }
  }

  private static void chooseBeyond(int[] bits, int[] between, int count, int last, int first) {
    int one = Float.floatToRawIntBits(1);
    for (int i = 0; i < count; i++) {
      int order = order(bits[i]);
      int isBelow = isWithin(order, LEAST, last);
      int isAbove = isWithin(order, first, INFINITY);
      bits[i] = one & isAbove | between[i] & ~(isAbove | isBelow);
    }
  }

  private static int isWithin(int order, int first, int last) {
    int beyond = order ^ Math.max(order, first) | order ^ Math.min(order, last);
    return ~((beyond | -beyond) >> 31);
  }

  /// All bits for what is above 0 and at most infinite, none for any other number.
  private static int isAbove0(int bits) {
    return -bits >> 31 & ~(bits >> 31) & ~(INFINITY - bits >> 31);
  }

  /// A whole number that is larger for larger numbers. −0 comes right before 0; NaNs are at the
  /// ends.
  private static int order(int bits) {
    return bits ^ bits >> 31 & Integer.MAX_VALUE;
  }

  private static void read(float[] numbers, MemorySegment bits, int count) {
    MemorySegment.copy(MemorySegment.ofArray(numbers), 0, bits, 0, (long) count * Float.BYTES);
  }

  private static void write(MemorySegment bits, float[] numbers, int count) {
    MemorySegment.copy(bits, 0, MemorySegment.ofArray(numbers), 0, (long) count * Float.BYTES);
  }
}
