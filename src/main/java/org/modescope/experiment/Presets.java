package org.modescope.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The experiments that ship with the program, in the order in which they are offered.
public final class Presets {
  private static final List<Preset> ALL =
      List.of(
          Preset.of("simplenet", simpleNet()),
          Preset.of("digits", digits()),
          Preset.of("simplenet-listing", SimpleNetPresets.asPublished()),
          Preset.of("mycomplexnet-listing", MyComplexNetPresets.asPublished()),
          Preset.of("mycomplexnet", MyComplexNetPresets.asMeant()),
          Preset.of("transfer-resnet18", TransferPresets.resNet18()),
          Preset.of("mc-dropout", SimpleNetPresets.monteCarloDropout()),
          Preset.of("batchnorm-only", SimpleNetPresets.batchNormOnly()),
          Preset.of("layernorm-instead", SimpleNetPresets.layerNormInstead()),
          Preset.of("variance-shift", SimpleNetPresets.varianceShift()),
          Preset.of("deep-20", SimpleNetPresets.deep()),
          Preset.of("batch-of-two", SimpleNetPresets.batchOfTwo()));

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

    /// What is opened.
    public Experiment experiment() {
      return source.get();
    }
  }

  /// All of them; the first is what a new window opens with.
  public static List<Preset> all() {
    return ALL;
  }

  /// Their keys, in the same order.
  public static List<String> keys() {
    return ALL.stream().map(Preset::key).toList();
  }

  /// The preset of that key.
  public static Optional<Experiment> named(String key) {
    return ALL.stream()
        .filter(preset -> preset.key().equals(key))
        .findFirst()
        .map(Preset::experiment);
  }

  /// SimpleNet on a batch of 32 drawn rows.
  public static Experiment simpleNet() {
    return SimpleNetPresets.simpleNet();
  }

  /// The same layers on real data: 32 handwritten digits.
  public static Experiment digits() {
    return SimpleNetPresets.digits();
  }
}
