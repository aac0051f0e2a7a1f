package org.modescope.ui.document;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.modescope.experiment.Experiment;

/// What the experiment in hand is kept as: where it came from, and what it was there.
sealed interface Document {
  /// How experiment files end.
  String SUFFIX = ".modescope.json";

  /// Whether the experiment in hand holds work that would be lost with it. Switches that were
  /// flipped, a seed that was drawn, another number of passes: that is trying things out, and no
  /// reason to ask whether to save it.
  boolean isChanged(Experiment inHand);

  /// What to call it; blank if it has no name.
  String name(Experiment inHand);

  /// The folder that the names of files in the experiment are relative to; empty if it was never a
  /// file.
  Optional<Path> home();

  /// A preset or a new experiment, kept nowhere.
  ///
  /// @param start what it was to begin with
  record Unsaved(Experiment start) implements Document {
    @Override
    public boolean isChanged(Experiment inHand) {
      return !switchedAs(start, inHand).equals(start);
    }

    @Override
    public String name(Experiment inHand) {
      return inHand.name();
    }

    @Override
    public Optional<Path> home() {
      return Optional.empty();
    }
  }

  /// An experiment file.
  ///
  /// @param file where it is, absolute
  /// @param version the content that was read or written last
  /// @param saved the experiment in it; empty if the work was recovered and may differ from it
  record InFile(Path file, FileVersion version, Optional<Experiment> saved) implements Document {
    @Override
    public boolean isChanged(Experiment inHand) {
      return saved.filter(kept -> switchedAs(kept, inHand).equals(kept)).isEmpty();
    }

    @Override
    public String name(Experiment inHand) {
      String name = file.getFileName().toString();
      return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    @Override
    public Optional<Path> home() {
      return Optional.of(folder());
    }

    Path folder() {
      return Objects.requireNonNull(file.getParent(), "an absolute file lies in a folder");
    }
  }

  private static Experiment switchedAs(Experiment other, Experiment inHand) {
    return inHand
        .withMode(other.mode())
        .withGradMode(other.gradMode())
        .withPasses(other.passes())
        .withSeed(other.seed());
  }
}
