package org.modescope.experiment;

import java.util.List;
import java.util.Optional;
import org.modescope.nn.Upsample.Interpolation;
import org.modescope.nn.Upsample.Options;

/// What an `Upsample` does, from its arguments.
public final class Resizing {
  private Resizing() {}

  public static Options of(LayerSpec layer) {
    List<Integer> size =
        layer.pair("size").map(pair -> List.of(pair.height(), pair.width())).orElse(List.of());
    boolean isBilinear = layer.word("mode").equals(Optional.of("bilinear"));
    return new Options(
        size,
        layer.numberOrNone("scale_factor"),
        isBilinear ? Interpolation.BILINEAR : Interpolation.NEAREST,
        Optional.ofNullable((Boolean) layer.arguments().get("align_corners")));
  }
}
