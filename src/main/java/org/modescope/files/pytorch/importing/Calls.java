package org.modescope.files.pytorch.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.modescope.autograd.GradMode;
import org.modescope.files.pytorch.importing.Frame.Place;
import org.modescope.files.pytorch.importing.Value.Dictionary;
import org.modescope.files.pytorch.importing.Value.GradContext;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Known;
import org.modescope.files.pytorch.importing.Value.Method;
import org.modescope.files.pytorch.importing.Value.UserClass;
import org.modescope.files.pytorch.importing.Value.UserFunction;
import org.modescope.files.pytorch.importing.Value.Words;
import org.modescope.files.pytorch.source.Expression;
import org.modescope.files.pytorch.source.Statement;
import org.modescope.files.pytorch.source.Statement.Parameter;
import org.modescope.files.pytorch.source.SyntaxTree;

/// Follows calls of functions, classes, modules and methods.
final class Calls {
  /// What a tutorial that everybody copies calls the count of a row's numbers.
  private static final String FLAT_FEATURES = "num_flat_features";

  private final Session session;
  private final Interpreter interpreter;
  private final Evaluator evaluator;
  private final FlowCalls flows;
  private final Forward forward;
  private final ModuleCalls modules;
  private final Library library;
  private final PlainCalls plain;

  Calls(Session session, Interpreter interpreter, Evaluator evaluator) {
    this.session = session;
    this.interpreter = interpreter;
    this.evaluator = evaluator;
    this.flows = new FlowCalls(session);
    this.forward = new Forward(session, this);
    this.modules = new ModuleCalls(session, this);
    this.library = new Library(session, this);
    this.plain = new PlainCalls();
  }

  FlowCalls flows() {
    return flows;
  }

  Forward forward() {
    return forward;
  }

  ModuleCalls modules() {
    return modules;
  }

  PlainCalls plain() {
    return plain;
  }

  Value call(Expression.Call call, Frame frame) {
    Value function = evaluator.evaluate(call.function(), frame);
    Given given = evaluator.given(call.arguments(), frame);
    String written = SyntaxTree.written(call.function());
    return call(function, given, new Site(call.line(), written, frame));
  }

  /// Where a call stands.
  ///
  /// @param written what is called, as it is written
  record Site(int line, String written, Frame frame) {}

  Value call(Value function, Given given, Site site) {
    return switch (function) {
      case UserFunction own -> call(own, given, site.frame());
      case UserClass kind -> construct(kind, given, site);
      case Module module -> forward.apply(module, given, site);
      case Known(String name) -> library.call(name, given, site);
      case Method(Value owner, String name) -> method(owner, name, given, site);
      default -> unknown(given, site);
    };
  }

  private Value method(Value owner, String name, Given given, Site site) {
    return switch (owner) {
      case Flow flow -> flows.method(flow, name, given, site);
      case Module module -> modules.method(module, name, given, site);
      case Value.Super parent -> modules.ofSuper(parent, name, given, site);
      case Value.ParameterOf parameter -> modules.ofParameter(parameter, name, given, site);
      case Value.Sweep sweep when name.equals("requires_grad_") ->
          modules.method(sweep.module(), name, given, site);
      case UserClass kind -> unbound(kind, name, given, site);
      default -> {
        Value value = plain.method(owner, name, given);
        yield value instanceof Value.Unknown ? unknown(given, site) : value;
      }
    };
  }

  /// `Base.method(self, …)`
  private Value unbound(UserClass kind, String name, Given given, Site site) {
    Optional<UserFunction> bare =
        Classes.method(kind, name, Optional.empty())
            .filter(function -> Classes.binding(function) != Classes.Binding.INSTANCE);
    if (bare.isPresent()) {
      return call(bare.get(), given, site.frame());
    }
    return given.first() instanceof Composite self
        ? Classes.method(kind, name, Optional.of(self))
            .map(function -> call(function, given.rest(), site.frame()))
            .orElse(Value.NOTHING)
        : Value.UNKNOWN;
  }

  /// What nobody here knows: of a tensor in `forward` that has to be said.
  Value unknown(Given given, Site site) {
    Optional<Flow> flow = flowAmong(given);
    if (site.frame().isForward() && flow.isPresent()) {
      flows.refuse(site);
      return flow.get();
    }
    return new Value.Unknown(site.written(), site.line());
  }

  static Optional<Flow> flowAmong(Given given) {
    List<Value> all = new ArrayList<>(given.places());
    all.addAll(given.names().values());
    given.places().stream()
        .filter(Items.class::isInstance)
        .forEach(items -> all.addAll(((Items) items).items()));
    return all.stream().filter(Flow.class::isInstance).map(Flow.class::cast).findFirst();
  }

  Value construct(UserClass kind, Given given, Site site) {
    if (!Classes.isModule(kind)) {
      return Classes.method(kind, "__init__", Optional.empty()).isEmpty()
          ? settings(kind, given, site)
          : new Value.Unknown(site.written(), site.line());
    }
    Composite module = new Composite(site.line(), kind);
    Frame frame = new Frame(kind.scope(), Place.CONSTRUCTION, module);
    kind.definition().body().stream()
        .filter(Statement.Unreadable.class::isInstance)
        .forEach(broken -> interpreter.follow(List.of(broken), frame));
    Optional<UserFunction> init = Classes.method(kind, "__init__", Optional.of(module));
    if (init.isPresent()) {
      call(init.get(), given, frame);
    } else if (Classes.isSequence(kind)) {
      modules.fill(module, given, site.line());
    }
    return module;
  }

  /// A class of nothing but values, such as a `@dataclass`, keeps what it is given by name.
  private Value settings(UserClass kind, Given given, Site site) {
    Frame inside = new Frame(kind.scope(), site.frame().place(), null);
    Deque<Value> places = new ArrayDeque<>(given.places());
    Map<Value, Value> entries = new LinkedHashMap<>();
    Classes.values(kind)
        .forEach(
            (name, value) -> {
              Value named = given.names().get(name);
              Value placed = named == null && !places.isEmpty() ? places.pop() : named;
              entries.put(
                  new Words(name), placed == null ? evaluator.evaluate(value, inside) : placed);
            });
    return entries.isEmpty()
        ? new Value.Unknown(site.written(), site.line())
        : new Dictionary(entries);
  }

  Value call(UserFunction function, Given given, Frame caller) {
    if (function.definition().name().equals(FLAT_FEATURES) && caller.isForward()) {
      return new Value.FeatureCount();
    }
    Composite self = function.self().orElse(null);
    Place place = caller.place();
    Frame frame = new Frame(new Scope(function.scope()), place, self);
    bind(function, given, frame);
    GradMode before = session.passes().gradMode();
    function.definition().decorators().stream()
        .map(decorator -> evaluator.evaluate(decorator, frame))
        .filter(GradContext.class::isInstance)
        .forEach(
            context ->
                session
                    .passes()
                    .setGradMode(
                        ((GradContext) context).mode(), function.definition().lines().first()));
    session.budget().enter();
    interpreter.follow(function.definition().body(), frame);
    session.budget().leave();
    if (session.passes().gradMode() != before) {
      session.passes().setGradMode(before, 0);
    }
    return frame.returned();
  }

  private void bind(UserFunction function, Given given, Frame frame) {
    List<Value> places = new ArrayList<>(given.places());
    Map<String, Value> names = new LinkedHashMap<>(given.names());
    switch (Classes.binding(function)) {
      case INSTANCE -> function.self().ifPresent(places::addFirst);
      case CLASS -> places.addFirst(function.scope().find(Classes.CLASS).orElse(Value.UNKNOWN));
      case NONE -> {
        // A static method is a function.
      }
    }
    for (Parameter parameter : function.definition().parameters()) {
      frame.scope().put(parameter.name(), argument(parameter, places, names, frame));
    }
  }

  private Value argument(
      Parameter parameter, List<Value> places, Map<String, Value> names, Frame frame) {
    switch (parameter.stars()) {
      case "*" -> {
        Items rest = new Items(new ArrayList<>(places), true);
        places.clear();
        return rest;
      }
      case "**" -> {
        Map<Value, Value> rest = new LinkedHashMap<>();
        names.forEach((name, value) -> rest.put(new Words(name), value));
        return new Dictionary(rest);
      }
      default -> {
        if (!places.isEmpty()) {
          return places.removeFirst();
        }
        Value named = names.remove(parameter.name());
        return named != null
            ? named
            : parameter
                .defaultValue()
                .map(value -> evaluator.evaluate(value, frame))
                .orElse(Value.UNKNOWN);
      }
    }
  }
}
