package org.modescope.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.Loading;
import org.modescope.experiment.StateLayout;
import org.modescope.nn.StateDict;
import org.modescope.preset.Presets;
import org.modescope.preset.Presets.Preset;

/// The presets, ready to open by name: the one list that the window's menus and the command line
/// offer.
public final class PresetCatalogue {
  /// The state in which `modescope train preset:pretrain-digits --dump DIR` leaves
  /// `state_after.safetensors`.
  static final String TRAINED_ON_DIGITS = "digits-0-4.safetensors";

  /// What the training that a ResNet-18 is moved from changes of its state: the running statistics
  /// of its BatchNorm layers, and its classifier.
  static final String MOVED_IN_RESNET_18 = "resnet18-digits-0-4.safetensors";

  private static final List<Preset> ALL =
      Presets.all(PresetCatalogue::trainedOnDigits, PresetCatalogue::movedInResNet18);

  private PresetCatalogue() {}

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

  private static StateDict trainedOnDigits() {
    return shipped(TRAINED_ON_DIGITS, Presets.pretraining(), Loading.STRICT);
  }

  private static StateDict movedInResNet18() {
    return shipped(MOVED_IN_RESNET_18, Presets.pretrainingResNet18(), Loading.WHAT_FITS);
  }

  private static StateDict shipped(String file, Experiment pretraining, Loading loading) {
    try (InputStream shipped =
        Objects.requireNonNull(PresetCatalogue.class.getResourceAsStream(file))) {
      // A file inside a jar cannot be mapped into memory.
      Path copy = Files.createTempFile("modescope", ".safetensors");
      try {
        Files.copy(shipped, copy, StandardCopyOption.REPLACE_EXISTING);
        return StateFile.read(
            copy, StateLayout.of(pretraining.network()), loading, ReadProgress.NONE);
      } finally {
        Files.delete(copy);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
