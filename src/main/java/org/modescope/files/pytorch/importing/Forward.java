package org.modescope.files.pytorch.importing;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.modescope.autograd.Shape;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ModeEffect;
import org.modescope.files.pytorch.importing.Calls.Site;
import org.modescope.files.pytorch.importing.Frame.Place;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Sample;
import org.modescope.files.pytorch.importing.Value.UserFunction;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.nn.Mode;
import org.modescope.words.Phrase;

/// Follows `forward`: which modules a tensor goes through.
final class Forward {
  private final Session session;
  private final Calls calls;
  private Set<Module> used = Collections.newSetFromMap(new IdentityHashMap<>());

  Forward(Session session, Calls calls) {
    this.session = session;
    this.calls = calls;
  }

  /// A net's layers, found by following its `forward`.
  List<LayerSpec> network(Module net, Optional<Shape> input) {
    used = Collections.newSetFromMap(new IdentityHashMap<>());
    Frame outside = new Frame(new Scope(null), Place.FORWARD, null);
    List<Step> steps =
        switch (net) {
          case Composite composite -> composite(composite, input, outside);
          case Group group -> chain(group, input, outside);
          case Leaf leaf -> List.of(new Step.Use(leaf.line(), leaf, List.of("0")));
          case Forked forked -> List.of(new Step.Use(forked.line(), forked, List.of("0")));
          case Missing missing -> {
            missing(missing, missing.line());
            yield List.of();
          }
        };
    return new Assembly(session, net.mode()).layers(steps);
  }

  /// `module(…)`
  Value apply(Module module, Given given, Site site) {
    Optional<Flow> flow = Calls.flowAmong(given);
    if (!site.frame().isForward()) {
      return site.frame().isScript() ? pass(module, given.first(), site.line()) : Value.UNKNOWN;
    }
    if (flow.isEmpty()) {
      session.problem(
          site.line(),
          Phrase.of("import.problem.no-tensor", "found", site.written()),
          Phrase.of("import.understood.forward"));
      return Value.UNKNOWN;
    }
    return through(module, flow.get(), pathOf(module, site.frame()), site);
  }

  /// A net is called outside of any module.
  private Value pass(Module net, Value input, int line) {
    if (input instanceof Value.Output) {
      // What another net makes of an output is no pass of this one.
      session.passOver(Lines.of(line), Phrase.of("import.over.scenario"));
    } else if (!(net instanceof Missing)) {
      Optional<Sample> sample =
          input instanceof Sample known ? Optional.of(known) : Optional.empty();
      session.passes().made(net, sample, calls, line);
    }
    return new Value.Output();
  }

  private static List<String> pathOf(Module module, Frame frame) {
    Composite self = frame.self();
    return self == null
        ? List.of()
        : Members.path(self, module).map(path -> List.of(path.split("\\."))).orElse(List.of());
  }

  private Flow through(Module module, Flow flow, List<String> path, Site site) {
    session.budget().call(site.line());
    if (module instanceof Missing missing) {
      missing(missing, site.line());
      session.leaveOut(flow, missing.line());
      return flow;
    }
    if (module instanceof Leaf leaf
        && leaf.spec().type() == LayerType.RELU
        && flow.step() instanceof Step.Joined joined
        && joined.activation() == null) {
      used.add(leaf);
      session.use(leaf);
      return flow.instead(joined.rectified());
    }
    boolean isAgain = !used.add(module) && module.leaves().anyMatch(Leaf::hasState);
    if (isAgain) {
      session.problem(
          site.line(),
          Phrase.of("import.problem.shared", "layer", String.join(".", path)),
          Phrase.of("import.understood.forward"));
      return flow;
    }
    boolean isMadeHere = path.isEmpty() && module instanceof Leaf;
    if (isMadeHere) {
      return madeHere((Leaf) module, flow, site);
    }
    Step step =
        switch (module) {
          case Composite composite ->
              new Step.Nested(
                  site.line(), module, path, composite(composite, flow.shape(), site.frame()));
          case Group group when group.kind() == Group.Kind.SEQUENCE ->
              new Step.Nested(site.line(), module, path, chain(group, flow.shape(), site.frame()));
          case Group _ -> {
            calls.flows().refuse(site);
            yield null;
          }
          case Leaf _, Forked _ -> new Step.Use(site.line(), module, path);
          case Missing _ -> null;
        };
    if (step == null) {
      return flow;
    }
    List<LayerSpec> layers = new Assembly(session, Mode.TRAIN).quietly(step);
    return flow.then(step, FlowCalls.shapeAfter(flow.shape(), layers));
  }

  /// A module that `forward` makes anew on each pass: it is in train mode, and has no name.
  private Flow madeHere(Leaf leaf, Flow flow, Site site) {
    if (leaf.hasState()) {
      session.problem(
          site.line(),
          Phrase.of("import.problem.made-anew", "found", site.written()),
          Phrase.of("import.understood.forward"));
      return flow;
    }
    Optional<Mode> mode =
        leaf.spec().type().effect() == ModeEffect.NONE ? Optional.empty() : Optional.of(Mode.TRAIN);
    return flow.then(
        new Step.Inline(site.line(), leaf.spec(), Optional.empty(), mode),
        FlowCalls.shapeAfter(flow.shape(), List.of(leaf.spec())));
  }

  private void missing(Missing missing, int line) {
    session.problem(missing.line(), missing.problem(), missing.understood());
    session.goesWith(line, missing.line());
  }

  /// The members of an `nn.Sequential`, one after another.
  private List<Step> chain(Module group, Optional<Shape> shape, Frame frame) {
    Flow start = Flow.start(shape);
    Flow flow = start;
    for (Map.Entry<String, Module> member : group.members().entrySet()) {
      Module module = member.getValue();
      Site site = new Site(module.line(), member.getKey(), frame);
      flow = through(module, flow, List.of(member.getKey()), site);
    }
    return flow.stepsFrom(start).orElse(List.of());
  }

  private List<Step> composite(Composite module, Optional<Shape> shape, Frame frame) {
    Optional<UserFunction> forward = Classes.method(module.kind(), "forward", Optional.of(module));
    if (forward.isEmpty()) {
      if (!Classes.isSequence(module.kind())) {
        int line = module.kind().definition().lines().first();
        session.problem(
            line,
            Phrase.of("import.problem.no-forward", "type", module.kind().definition().name()),
            Phrase.of("import.understood.forward"));
      }
      return Classes.isSequence(module.kind()) ? chain(module, shape, frame) : List.of();
    }
    Flow start = Flow.start(shape);
    Frame inside = new Frame(frame.scope(), Place.FORWARD, module);
    Value result = calls.call(forward.get(), Given.of(start), inside);
    Value first =
        result instanceof Items(List<Value> items, boolean _) && !items.isEmpty()
            ? items.getFirst()
            : result;
    if (result instanceof Flow flow) {
      return flow.stepsFrom(start).orElse(List.of());
    }
    session.problem(
        forward.get().definition().lines().first(),
        Phrase.of(
            first instanceof Flow ? "import.problem.several-results" : "import.problem.no-result"),
        Phrase.of("import.understood.forward"));
    return first instanceof Flow flow ? flow.stepsFrom(start).orElse(List.of()) : List.of();
  }
}
