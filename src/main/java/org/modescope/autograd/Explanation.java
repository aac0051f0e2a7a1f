package org.modescope.autograd;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What a refusal means, as a fact: which of the reasons it is, and the values that belong to it.
/// Its words are made where it is shown.
///
/// @param values by name: whole numbers, shapes or text
public record Explanation(Key key, SequencedMap<String, Object> values) {

  /// The reasons for which something is refused.
  public enum Key {
    NO_SAMPLES,
    TARGET_OF_ANOTHER_SHAPE,
    BACKWARD_FROM_MANY,
    PARAMETER_IN_PLACE,
    NEGATIVE_SLOPE_IN_PLACE,
    /// With `one`, `other`.
    SHAPES_NOT_JOINED,
    /// With `scores`.
    CLASS_WITHOUT_SCORE,
    ROW_WITHOUT_CLASS,
    /// With `scores`.
    NO_ROWS_OF_SCORES,
    INFERENCE_TENSOR,
    OVERWRITTEN,
    GRAPH_FREED,
    LINEAR_OF_A_NUMBER,
    /// With `expected`, `found`, `shape`.
    OTHER_FEATURES,
    /// With `dtype`.
    OTHER_NUMBERS,
    NO_GRADIENT_OF_NOTHING,
    NOTHING_RECORDED,
    NOTHING_TO_TRAIN,
    /// With `channels`, `groups`.
    UNEQUAL_GROUPS,
    TAKES_CHANNELS,
    /// With `channels`, `argument`, `found`.
    OTHER_CHANNELS,
    ONE_VALUE_PER_GROUP,
    TAKES_IMAGES,
    NOTHING_TO_AVERAGE,
    AXES_JOINED_BACKWARDS,
    TAKES_POSITIONS,
    WINDOW_IN_PADDING,
    WINDOW_TOO_LARGE,
    /// With `axes`.
    FEWER_AXES,
    NO_AXIS,
    OTHER_AXES,
    TWO_SIZES_OPEN,
    NEGATIVE_SIZE,
    ANY_SIZE_FITS,
    /// With `elements`, `shape`.
    OTHER_ELEMENTS,
    DROPS_CHANNELS,
    SLOPES_BETWEEN,
    TAKES_SAMPLES_OF_POSITIONS,
    ONE_POSITION_PER_CHANNEL,
    NO_CUMULATIVE_AVERAGE,
    /// With `channels`.
    OTHER_FEATURE_CHANNELS,
    ONE_VALUE_PER_CHANNEL,
    BATCH_NORM_1D_TAKES,
    BATCH_NORM_2D_TAKES,
    BATCH_NORM_3D_TAKES,
    P_IS_A_PROBABILITY,
    OUTPUT_PADDING_TOO_LARGE,
    SIZE_OR_FACTOR,
    CORNERS_OF_BILINEAR,
    NO_SIZE_LEFT,
    SAME_PADDING_WITH_STRIDE,
    /// With `rows`, `targets`.
    ROWS_WITHOUT_TARGET,
    NOT_ALIKE_TO_JOIN,
    /// With `index`, `rows`.
    NO_SUCH_ROW,
    /// With `dtype`.
    INDICES_ARE_WHOLE,
    NO_VIEW_OF_PERMUTED,
    /// With `axes`, `order`.
    OTHER_ORDER,
    AXIS_TWICE,
    /// With `rows`.
    PADDING_ROW
  }

  public Explanation {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// An explanation with names and values by turns.
  public static Explanation of(Key key, Object... namesAndValues) {
    SequencedMap<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Explanation(key, values);
  }

  /// The value of that name.
  public Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(Map.entry(key, name) + " is not known");
    }
    return value;
  }
}
