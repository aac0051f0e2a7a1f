package org.modescope.words;

import org.modescope.measure.Remedy;

/// What to do about a refusal, as a short imperative.
public final class RemedyWords {
  private RemedyWords() {}

  public static String of(Remedy remedy) {
    return switch (remedy) {
      case Remedy.FitLayer(String layer, _) -> "Fit %s to what it is given".formatted(layer);
      case Remedy.InsertFlatten(String before, _) -> "Insert a Flatten before %s".formatted(before);
      case Remedy.LargerBatch(int rows) -> "Use a batch of %d".formatted(rows);
      case Remedy.LayerToEval(String layer) -> "Put only %s into eval mode".formatted(layer);
      case Remedy.NetToEval() -> "Switch the net to eval";
    };
  }
}
