package org.modescope.words;

import org.modescope.measure.Remedy;

/// What to do about a refusal, as a short imperative.
public final class RemedyWords {
  private RemedyWords() {}

  public static String of(Remedy remedy, Text text) {
    return switch (remedy) {
      case Remedy.FitLayer(String layer, _) -> text.say("remedy.fit-layer", "layer", layer);
      case Remedy.InsertFlatten(String before, _) ->
          text.say("remedy.insert-flatten", "layer", before);
      case Remedy.LargerBatch(int rows) -> text.say("remedy.larger-batch", "rows", rows);
      case Remedy.LayerToEval(String layer) -> text.say("remedy.layer-to-eval", "layer", layer);
      case Remedy.NetToEval() -> text.say("remedy.net-to-eval");
      case Remedy.LargerSteps(int rows) -> text.say("remedy.larger-steps", "rows", rows);
      case Remedy.DropLast() -> text.say("remedy.drop-last");
    };
  }
}
