package org.modescope.experiment;

import java.util.Arrays;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.nn.StateDict;

/// Numbers that somebody put in the place of those that a net starts from, under one key.
public sealed interface StateEdit {

  /// Whether it is an edit of what a net has under its key.
  boolean fits(StateLayout.@Nullable Entry entry);

  /// What becomes of an entry; the entry itself stays as it is.
  StateDict.Entry applyTo(StateDict.Entry entry);

  /// How many numbers were put in.
  int count();

  /// Some numbers of a tensor.
  ///
  /// @param shape the tensor's
  /// @param places where they stand, row-major, rising
  /// @param values what stands there now
  record Cells(Shape shape, int[] places, float[] values) implements StateEdit {

    /// These edits and a few others, of which the latter hold where both edit the same number. What
    /// is as it is without any edit is none.
    ///
    /// @param base the tensor without any edit
    /// @param others values by their places
    public Cells with(float[] base, Map<Integer, Float> others) {
      NavigableMap<Integer, Float> all = new TreeMap<>();
      for (int i = 0; i < places.length; i++) {
        all.put(places[i], values[i]);
      }
      all.putAll(others);
      all.entrySet()
          .removeIf(
              each ->
                  Float.floatToIntBits(each.getValue())
                      == Float.floatToIntBits(base[each.getKey()]));
      float[] put = new float[all.size()];
      int count = 0;
      for (float value : all.values()) {
        put[count++] = value;
      }
      return new Cells(shape, all.keySet().stream().mapToInt(Integer::intValue).toArray(), put);
    }

    /// What makes one tensor's numbers those of another of the same shape.
    ///
    /// @param base as they are without the edit
    /// @param edited as they are with it
    public static Cells between(Shape shape, float[] base, float[] edited) {
      int[] places = new int[base.length];
      int count = 0;
      for (int i = 0; i < base.length; i++) {
        if (Float.floatToIntBits(base[i]) != Float.floatToIntBits(edited[i])) {
          places[count++] = i;
        }
      }
      float[] values = new float[count];
      for (int i = 0; i < count; i++) {
        values[i] = edited[places[i]];
      }
      return new Cells(shape, Arrays.copyOf(places, count), values);
    }

    @Override
    public boolean fits(StateLayout.@Nullable Entry entry) {
      return entry instanceof StateLayout.Floats(Shape net) && net.equals(shape);
    }

    @Override
    public StateDict.Entry applyTo(StateDict.Entry entry) {
      if (!(entry instanceof StateDict.Floats floats) || places.length == 0) {
        return entry;
      }
      float[] edited = floats.values().clone();
      for (int i = 0; i < places.length; i++) {
        edited[places[i]] = values[i];
      }
      return new StateDict.Floats(floats.shape(), edited);
    }

    @Override
    public int count() {
      return places.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || other instanceof Cells that
              && shape.equals(that.shape)
              && Arrays.equals(places, that.places)
              && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
      return Objects.hash(shape, Arrays.hashCode(places), Arrays.hashCode(values));
    }

    @Override
    public String toString() {
      return "Cells[shape=" + shape + ", count=" + places.length + "]";
    }
  }

  /// Another count of batches.
  record Count(long value) implements StateEdit {
    @Override
    public boolean fits(StateLayout.@Nullable Entry entry) {
      return entry instanceof StateLayout.Counter;
    }

    @Override
    public StateDict.Entry applyTo(StateDict.Entry entry) {
      return new StateDict.Counter(value);
    }

    @Override
    public int count() {
      return 1;
    }
  }
}
