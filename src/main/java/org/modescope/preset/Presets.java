package org.modescope.preset;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.modescope.experiment.Experiment;
import org.modescope.nn.StateDict;

/// The experiments that ship with the program, in the order in which they are offered. What is read
/// from files for them is handed in: `files.PresetCatalogue` has them ready to open.
public final class Presets {
  private static final Set<String> TRAINING_STORIES =
      Set.of(
          "pretrain-digits",
          "transfer-resnet18-digits",
          "train-digits",
          "forgotten-item",
          "forgotten-train",
          "forgotten-bn-eval",
          "few-updates",
          "slow-momentum",
          "outlier",
          "small-batches",
          "last-batch-of-one",
          "diverging");

  private Presets() {}

  /// A preset and the name that opens it.
  ///
  /// @param key what the command line calls it
  /// @param name what the window calls it: its experiment's name
  /// @param source makes the experiment when it is opened
  public record Preset(String key, String name, Supplier<Experiment> source) {
    static Preset of(String key, Experiment experiment) {
      return new Preset(key, experiment.name(), () -> experiment);
    }

    /// Whether it tells what happens in a training, rather than in passes of the same input.
    public boolean isTrainingStory() {
      return TRAINING_STORIES.contains(key);
    }

    /// What is opened.
    public Experiment experiment() {
      return source.get();
    }
  }

  /// All of them; the first is what a new window opens with.
  ///
  /// @param trainedOnDigits reads what the training of `pretrain-digits` ends with; asked when a
  ///   preset that needs it is opened
  /// @param movedInResNet18 reads what [#pretrainingResNet18] has moved, likewise
  public static List<Preset> all(
      Supplier<StateDict> trainedOnDigits, Supplier<StateDict> movedInResNet18) {
    return List.of(
        Preset.of("simplenet", simpleNet()),
        Preset.of("digits", digits()),
        Preset.of("simplenet-listing", SimpleNetPresets.asPublished()),
        Preset.of("mycomplexnet-listing", MyComplexNetPresets.asPublished()),
        Preset.of("mycomplexnet", MyComplexNetPresets.asMeant()),
        Preset.of("transfer-resnet18", TransferPresets.resNet18()),
        new Preset(
            "transfer-resnet18-digits",
            ResNetTransfer.NAME,
            () -> ResNetTransfer.digits(movedInResNet18.get())),
        new Preset(
            "transfer-digits",
            TransferPresets.DIGITS_NAME,
            () -> TransferPresets.digits(trainedOnDigits.get())),
        new Preset("pretrain-digits", TransferPresets.PRETRAINING_NAME, Presets::pretraining),
        Preset.of("mc-dropout", SimpleNetPresets.monteCarloDropout()),
        Preset.of("batchnorm-only", SimpleNetPresets.batchNormOnly()),
        Preset.of("layernorm-instead", SimpleNetPresets.layerNormInstead()),
        Preset.of("variance-shift", SimpleNetPresets.varianceShift()),
        Preset.of("deep-20", SimpleNetPresets.deep()),
        Preset.of("batch-of-two", SimpleNetPresets.batchOfTwo()),
        Preset.of("train-digits", TrainingPresets.digits()),
        Preset.of("forgotten-item", TrainingPresets.forgotten()),
        Preset.of("forgotten-train", TrainingPresets.noTrain()),
        new Preset(
            "forgotten-bn-eval",
            TransferPresets.UNDONE_NAME,
            () -> TransferPresets.undone(trainedOnDigits.get())),
        Preset.of("few-updates", TrainingPresets.fewUpdates()),
        Preset.of("slow-momentum", TrainingPresets.slowMomentum()),
        Preset.of("outlier", TrainingPresets.outlier()),
        Preset.of("small-batches", TrainingPresets.smallBatches()),
        Preset.of("last-batch-of-one", TrainingPresets.lastBatchOfOne()),
        Preset.of("diverging", TrainingPresets.diverging()));
  }

  /// SimpleNet on a batch of 32 drawn rows.
  public static Experiment simpleNet() {
    return SimpleNetPresets.simpleNet();
  }

  /// The same layers on real data: 32 handwritten digits.
  public static Experiment digits() {
    return SimpleNetPresets.digits();
  }

  /// The training on digits 0 to 4 that a ResNet-18 for digits 5 to 9 starts from.
  public static Experiment pretrainingResNet18() {
    return ResNetTransfer.pretraining();
  }

  /// The training on digits 0 to 4 that a net for digits 5 to 9 starts from.
  public static Experiment pretraining() {
    return TransferPresets.pretraining();
  }
}
