package org.modescope.words;

import java.util.Locale;
import java.util.Map;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;

/// What a refusal means, in a sentence or two.
public final class ExplanationWords {
  private ExplanationWords() {}

  public static String of(Explanation explanation) {
    String sentence = pattern(explanation.key());
    for (Map.Entry<String, Object> each : explanation.values().entrySet()) {
      sentence = sentence.replace("{" + each.getKey() + "}", text(each.getValue()));
    }
    return sentence;
  }

  private static String text(Object value) {
    return value instanceof Integer || value instanceof Long
        ? String.format(Locale.ROOT, "%,d", value)
        : value.toString();
  }

  private static String pattern(Key key) {
    return switch (key) {
      case NO_SAMPLES ->
          "There are no samples, and so no channels that γ and β could be repeated for.";
      case TARGET_OF_ANOTHER_SHAPE ->
          "PyTorch would stretch one to the other, and warn that this likely leads to"
              + " incorrect results; here they must be alike.";
      case BACKWARD_FROM_MANY ->
          "backward() starts from one number; for more, say how much each counts.";
      case PARAMETER_IN_PLACE -> "Parameters change under no_grad, as optimizers change them.";
      case SHAPES_NOT_JOINED ->
          "{one} and {other} are joined: where both have an axis, their sizes must be"
              + " alike, or one of them 1.";
      case CLASS_WITHOUT_SCORE ->
          "The net gives {scores} scores a row: a class is a whole number from 0 to"
              + " below that.";
      case ROW_WITHOUT_CLASS -> "Each row needs one class.";
      case NO_ROWS_OF_SCORES ->
          "Classes of rows need a row of scores each, one score per class; the net gave"
              + " {scores}.";
      case INFERENCE_TENSOR ->
          "A tensor made under inference_mode carries no version counter, so autograd"
              + " could not notice if it changed before backward.";
      case OVERWRITTEN ->
          "Backward needs the value as it was in the forward pass, but it has been"
              + " overwritten since.";
      case GRAPH_FREED ->
          "The first backward gave back everything the graph had kept, so there is"
              + " nothing left to compute from.";
      case LINEAR_OF_A_NUMBER ->
          "A linear map needs at least one axis to work along; a single number has none.";
      case OTHER_FEATURES ->
          "The layer expects rows of {expected} values (in_features) and was given rows"
              + " of {found}: {shape}.";
      case NO_GRADIENT_OF_NOTHING ->
          "The pooling gave nothing, and from nothing no gradient can come back.";
      case NOTHING_RECORDED ->
          "Nothing was recorded on the way to this result: the pass ran under no_grad or"
              + " inference_mode, or nothing in the net requires a gradient.";
      case NOTHING_TO_TRAIN -> "No layer of the net has parameters, so there is nothing to train.";
      case UNEQUAL_GROUPS -> "{channels} channels cannot be split into {groups} equal groups.";
      case TAKES_CHANNELS -> "The layer takes samples of channels.";
      case OTHER_CHANNELS ->
          "The layer was made for {channels} channels ({argument}) and was given {found}.";
      case ONE_VALUE_PER_GROUP -> "With one value per group there is no spread to normalise by.";
      case TAKES_IMAGES -> "The layer takes images: samples, channels, rows, columns.";
      case NOTHING_TO_AVERAGE -> "There is nothing to average.";
      case AXES_JOINED_BACKWARDS -> "Axes are joined from start_dim to end_dim.";
      case TAKES_POSITIONS -> "The layer takes samples of channels of positions.";
      case WINDOW_IN_PADDING -> "A window that lies wholly in the padding has nothing to pool.";
      case WINDOW_TOO_LARGE -> "The window does not fit into the image even once.";
      case FEWER_AXES -> "The input has {axes} axes.";
      case NO_AXIS -> "There must be an axis to normalise over.";
      case OTHER_AXES ->
          "The input's last axes must be the ones the layer was made for" + " (normalized_shape).";
      case TWO_SIZES_OPEN -> "−1 may stand for one size only.";
      case NEGATIVE_SIZE -> "Sizes are not negative; −1 is inferred.";
      case ANY_SIZE_FITS -> "With no elements, any size would fit.";
      case OTHER_ELEMENTS ->
          "The input has {elements} elements ({shape}): another shape must have as many.";
      case DROPS_CHANNELS -> "The layer drops channels of samples: it needs an axis for each.";
      case SLOPES_BETWEEN -> "Slopes are drawn between lower and upper.";
      case TAKES_SAMPLES_OF_POSITIONS ->
          "The layer takes one sample of channels of positions, or a batch of them.";
      case ONE_POSITION_PER_CHANNEL ->
          "With one position per channel there is no spread to normalise by. PyTorch"
              + " says “training” even in eval mode when the layer keeps no running statistics.";
      case NO_CUMULATIVE_AVERAGE -> "Only BatchNorm can average cumulatively.";
      case OTHER_FEATURE_CHANNELS -> "The layer was made for {channels} channels (num_features).";
      case ONE_VALUE_PER_CHANNEL ->
          "With one value per channel there is no spread to normalise by: the mean is"
              + " the value itself and the variance is 0.";
      case BATCH_NORM_1D_TAKES ->
          "BatchNorm1d takes rows of channels, or rows of channels of positions.";
      case BATCH_NORM_2D_TAKES -> "BatchNorm2d takes images: samples, channels, rows, columns.";
      case P_IS_A_PROBABILITY -> "p is the probability with which each element is zeroed.";
      case SAME_PADDING_WITH_STRIDE ->
          "With a stride the output is smaller than the input, whatever the padding.";
    };
  }
}
