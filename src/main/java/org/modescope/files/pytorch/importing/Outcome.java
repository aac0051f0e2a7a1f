package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Distribution;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.ShapeCheck;
import org.modescope.files.pytorch.importing.Calls.Site;
import org.modescope.files.pytorch.importing.Value.Sample;
import org.modescope.files.pytorch.importing.Value.UserClass;
import org.modescope.files.pytorch.importing.Value.UserFunction;
import org.modescope.files.pytorch.source.Comment;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.nn.Mode;
import org.modescope.words.Phrase;

/// Makes an experiment of what was found out about a source.
///
/// @param comments the source's
record Outcome(Session session, List<Comment> comments) {

  /// The net that the passes of a source went through; without passes, the one that it holds or
  /// describes last.
  Optional<Experiment> of(Calls calls, Frame script) {
    tryOut(calls, script);
    Optional<Passes.First> first = session.passes().first();
    if (first.isPresent()) {
      Passes.First passes = first.get();
      session.settleSwitches();
      return experiment(passes.net(), passes.layers(), passes.mode(), passes.sample());
    }
    Optional<Module> net =
        session
            .nets()
            .assigned()
            .filter(module -> !isLessThanClass(module))
            .or(() -> ofMaker(calls, script))
            .or(() -> session.nets().lastClass().map(kind -> made(kind, calls, script)));
    if (net.isEmpty()) {
      return Optional.empty();
    }
    session.settleSwitches();
    Optional<Shape> shape = session.wanted();
    List<LayerSpec> layers = calls.forward().network(net.get(), shape);
    return experiment(net.get(), layers, net.get().mode(), Optional.empty());
  }

  /// Follows a function that tries a net out where nothing else makes one and its class does not
  /// say how.
  private void tryOut(Calls calls, Frame script) {
    boolean isKnown =
        session.passes().first().isPresent()
            || session.nets().assigned().isPresent()
            || !session.nets().makers().isEmpty()
            || session.nets().lastClass().filter(Classes::needsArguments).isEmpty();
    if (!isKnown) {
      session.nets().trial().ifPresent(trial -> calls.call(trial, Given.of(), script));
    }
  }

  /// The net that was printed.
  Optional<Experiment> of(Module net) {
    Forward forward = new Interpreter(session).evaluator().calls().forward();
    List<LayerSpec> layers = forward.network(net, session.wanted());
    return experiment(net, layers, net.mode(), Optional.empty());
  }

  /// A layer in a variable is no net beside a class that is described and never made.
  private boolean isLessThanClass(Module module) {
    return module instanceof Leaf && session.nets().lastClass().isPresent();
  }

  /// What a function such as `def resnet18(): return ResNet(Block, [2, 2, 2, 2])` makes, where a
  /// net cannot be made without arguments and nothing makes one.
  private Optional<Module> ofMaker(Calls calls, Frame script) {
    if (session.nets().lastClass().filter(kind -> !Classes.needsArguments(kind)).isPresent()) {
      return Optional.empty();
    }
    for (UserFunction maker : session.nets().makers()) {
      if (calls.call(maker, Given.of(), script) instanceof Composite net) {
        session.assume(
            maker.definition().lines().first(),
            Phrase.of("import.assumed.maker", "name", maker.definition().name()));
        return Optional.of(net);
      }
    }
    return Optional.empty();
  }

  private static Module made(UserClass kind, Calls calls, Frame script) {
    String name = kind.definition().name();
    int line = kind.definition().lines().first();
    Value made = calls.construct(kind, Given.of(), new Site(line, name, script));
    return (Module) made;
  }

  private Optional<Experiment> experiment(
      Module net, List<LayerSpec> layers, Mode mode, Optional<Sample> sample) {
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    unused(net);
    Title title = Title.of(net, comments);
    GradMode gradMode = session.passes().first().map(Passes.First::gradMode).orElse(GradMode.GRAD);
    try {
      Optional<InputSpec> input = input(layers, sample);
      if (input.isEmpty()) {
        session.problem(
            net.line(), Phrase.of("import.problem.no-input"), Phrase.of("import.understood.input"));
      }
      drawOrder(net, sample);
      return Optional.of(
          new Experiment(
              title.name(),
              title.note(),
              seed(),
              layers,
              input.orElse(new InputSpec.Drawn(Shape.of(1, 1), Distribution.NORMAL)),
              mode,
              gradMode,
              session.passes().count()));
    } catch (InvalidValueException wrong) {
      session.problem(
          net.line(),
          Phrase.verbatim(String.valueOf(wrong.getMessage())),
          Phrase.of("import.understood.nets"));
      return Optional.empty();
    }
  }

  private long seed() {
    if (session.seed().isEmpty()) {
      session.assume(1, Phrase.of("import.assumed.seed"));
    }
    return session.seed().orElse(0);
  }

  private Optional<InputSpec> input(List<LayerSpec> layers, Optional<Sample> passed) {
    if (session.wanted().isPresent()) {
      OptionalLong seed =
          passed
              .filter(sample -> sample.input() instanceof InputSpec.Drawn)
              .map(sample -> ((InputSpec.Drawn) sample.input()).seed())
              .orElse(OptionalLong.empty());
      return Optional.of(
          InputGuess.ofShape(layers, session.wanted().get())
              .orElse(new InputSpec.Drawn(session.wanted().get(), Distribution.NORMAL, seed)));
    }
    Optional<Sample> sample =
        passed.or(
            () ->
                session.samples().stream()
                    .filter(each -> ShapeCheck.of(layers, each.input().shape()).misfit().isEmpty())
                    .findFirst());
    if (sample.isPresent()) {
      session.take(sample.get().line(), Phrase.of("import.taken.input"));
      return Optional.of(sample.get().input().withFresh(isDrawnAnew(sample.get())));
    }
    Optional<Shape> guess = InputGuess.of(layers);
    guess.ifPresent(
        shape -> session.assume(1, Phrase.of("import.assumed.input", "shape", shape.toString())));
    return guess.map(
        shape ->
            InputGuess.ofShape(layers, shape)
                .orElse(new InputSpec.Drawn(shape, Distribution.NORMAL)));
  }

  /// Whether each pass draws its own.
  private boolean isDrawnAnew(Sample sample) {
    return session.passes().count() > 1
        && (session.isInLoop(sample)
            || session.samples().stream().filter(sample::equals).count() > 1);
  }

  /// Layers that are made and never called.
  private void unused(Module net) {
    net.leaves()
        .filter(leaf -> !session.isUsed(leaf))
        .filter(leaf -> !session.isTold(Lines.of(leaf.line())))
        .forEach(leaf -> session.passOver(Lines.of(leaf.line()), Phrase.of("import.over.unused")));
  }

  /// Says so where PyTorch would draw in another order than the experiment does: layer by layer,
  /// then the input.
  private void drawOrder(Module net, Optional<Sample> sample) {
    if (session.seed().isEmpty()) {
      return;
    }
    List<Object> expected = new ArrayList<>(session.usedInOrder());
    sample.ifPresent(
        input -> session.draws().stream().filter(input::equals).forEach(expected::add));
    if (!session.draws().equals(expected)) {
      session.assume(net.line(), Phrase.of("import.assumed.order"));
    }
  }
}
