package org.modescope.experiment;

import java.util.Optional;
import org.modescope.autograd.Explanation;
import org.modescope.autograd.Explanation.Key;
import org.modescope.autograd.Grid;
import org.modescope.autograd.TorchException;
import org.modescope.nn.Pair;

/// The moving windows of convolution and pooling layers, from their arguments.
public final class Windows {
  private static final Pair ONE = Pair.both(1);
  private static final Pair ZERO = Pair.both(0);

  private Windows() {}

  /// How a layer's window moves; what "same" padding adds at the end only is [#extra].
  public static Grid of(LayerSpec layer) {
    Pair kernel = kernel(layer);
    Pair stride = pair(layer, "stride", 1).orElse(kernel);
    Pair dilation = pair(layer, "dilation", 1).orElse(ONE);
    Pair padding = isSame(layer) ? same(kernel, dilation) : pair(layer, "padding", 0).orElse(ZERO);
    boolean roundsUp = has(layer, "ceil_mode") && layer.flag("ceil_mode");
    return new Grid(
        kernel.height(),
        kernel.width(),
        stride.height(),
        stride.width(),
        padding.height(),
        padding.width(),
        dilation.height(),
        dilation.width(),
        roundsUp ? Grid.Rounding.UP : Grid.Rounding.DOWN);
  }

  /// Along how many axes a layer's window moves.
  public static int axes(LayerSpec layer) {
    return layer.arguments().get("kernel_size") instanceof Integer ? 1 : 2;
  }

  /// The window's rows and columns; along one axis it is a single row.
  public static Pair kernel(LayerSpec layer) {
    return pair(layer, "kernel_size", 1).orElseThrow();
  }

  /// @param across what a single number for one axis means along the other
  private static Optional<Pair> pair(LayerSpec layer, String argument, int across) {
    if (!has(layer, argument)) {
      return Optional.empty();
    }
    return layer.arguments().get(argument) instanceof Integer size
        ? Optional.of(new Pair(across, size))
        : layer.pair(argument);
  }

  /// Refuses what PyTorch refuses when the layer is made.
  public static void checkPadding(LayerSpec layer) {
    if (isSame(layer) && !pair(layer, "stride", 1).orElse(ONE).equals(ONE)) {
      throw new TorchException(
          TorchException.Type.VALUE_ERROR,
          "padding='same' is not supported for strided convolutions",
          Explanation.of(Key.SAME_PADDING_WITH_STRIDE));
    }
  }

  /// The row and column of zeros that "same" padding adds at the end only, where it is odd.
  public static Pair extra(LayerSpec layer) {
    if (!isSame(layer)) {
      return ZERO;
    }
    Pair kernel = kernel(layer);
    Pair dilation = pair(layer, "dilation", 1).orElse(ONE);
    return new Pair(
        dilation.height() * (kernel.height() - 1) % 2, dilation.width() * (kernel.width() - 1) % 2);
  }

  private static Pair same(Pair kernel, Pair dilation) {
    return new Pair(
        dilation.height() * (kernel.height() - 1) / 2, dilation.width() * (kernel.width() - 1) / 2);
  }

  private static boolean isSame(LayerSpec layer) {
    return layer.word("padding").equals(Optional.of("same"));
  }

  private static boolean has(LayerSpec layer, String argument) {
    return layer.arguments().containsKey(argument);
  }
}
