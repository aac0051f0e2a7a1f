package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.files.pytorch.importing.Value.Sample;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.nn.Mode;
import org.modescope.words.Phrase;

/// The passes that a source makes. An experiment holds those that stand first, up to where net,
/// input or a switch changes.
final class Passes {
  private final Session session;
  private GradMode gradMode = GradMode.GRAD;
  private int gradLine;
  private long rounds = 1;
  private @Nullable First first;
  private boolean isOver;
  private long count;

  Passes(Session session) {
    this.session = session;
  }

  /// The net at the first pass, and what it is given, if that is known.
  record First(
      Module net,
      Optional<Sample> sample,
      GradMode gradMode,
      Mode mode,
      List<LayerSpec> layers,
      int line) {}

  GradMode gradMode() {
    return gradMode;
  }

  /// @param line where, 0 if what was set before is set again
  void setGradMode(GradMode mode, int line) {
    gradMode = mode;
    gradLine = line;
  }

  /// Follows a loop once, of which each pass counts for as many as the loop has rounds.
  void repeat(long times, Runnable loop) {
    long before = rounds;
    rounds = Math.min(before * times, Experiment.MAXIMUM_PASSES);
    try {
      loop.run();
    } finally {
      rounds = before;
    }
  }

  /// Whether what is followed stands for more rounds than one.
  boolean isRepeating() {
    return rounds > 1;
  }

  boolean isMade() {
    return first != null;
  }

  Optional<First> first() {
    return Optional.ofNullable(first);
  }

  int count() {
    return Math.clamp(count, 1, Experiment.MAXIMUM_PASSES);
  }

  /// A net is called with an input.
  void made(Module net, Optional<Sample> sample, Calls calls, int line) {
    if (first == null) {
      session.settleSwitches();
      List<LayerSpec> layers = calls.forward().network(net, shapeOf(sample));
      first = new First(net, sample, gradMode, net.mode(), layers, line);
      if (gradLine > 0) {
        session.take(gradLine, Phrase.of("import.taken.grad", "grad", gradMode.key()));
      }
    } else if (isOver || !isLikeFirst(net, sample)) {
      isOver = true;
      session.passOver(Lines.of(line), Phrase.of("import.over.scenario"));
      return;
    }
    count += rounds;
    session.take(line, Phrase.of("import.taken.pass"));
  }

  private Optional<Shape> shapeOf(Optional<Sample> sample) {
    return session.wanted().or(() -> sample.map(given -> given.input().shape()));
  }

  private boolean isLikeFirst(Module net, Optional<Sample> sample) {
    return first != null
        && net == first.net()
        && sample.equals(first.sample())
        && gradMode == first.gradMode()
        && net.mode() == first.mode();
  }
}
