package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.Known;
import org.modescope.files.pytorch.importing.Value.Method;
import org.modescope.files.pytorch.importing.Value.ParameterOf;
import org.modescope.files.pytorch.importing.Value.RowCount;
import org.modescope.files.pytorch.importing.Value.Sample;
import org.modescope.files.pytorch.importing.Value.Super;
import org.modescope.files.pytorch.importing.Value.TrainingFlag;
import org.modescope.files.pytorch.importing.Value.Truth;
import org.modescope.files.pytorch.importing.Value.UserClass;
import org.modescope.files.pytorch.importing.Value.Whole;
import org.modescope.files.pytorch.importing.Value.Words;

/// What `owner.name` is.
final class Attributes {
  private final Evaluator evaluator;

  Attributes(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Value get(Value owner, String name, Frame frame) {
    return switch (owner) {
      case Known known when name.equals("__name__") -> new Words(known.shortName());
      case Known(String library) -> new Known(library + "." + name);
      case Composite module -> ofComposite(module, name, frame);
      case Leaf leaf -> ofLeaf(leaf, name);
      case Module module -> ofModule(module, name);
      case UserClass kind when name.equals("__name__") -> new Words(kind.definition().name());
      case UserClass kind ->
          constant(kind, name, frame)
              .or(() -> nested(kind, name, frame))
              .orElse(new Method(kind, name));
      case Super parent ->
          parent.bases().stream()
              .filter(UserClass.class::isInstance)
              .map(UserClass.class::cast)
              .flatMap(base -> Classes.method(base, name, Optional.of(parent.self())).stream())
              .findFirst()
              .<Value>map(function -> function)
              .orElse(new Method(parent, name));
      case Flow flow when name.equals("shape") -> sizes(flow);
      case Sample sample when name.equals("shape") -> sizes(sample.input().shape());
      case Value.Output output when name.equals("data") -> output;
      case Flow flow when name.equals("data") -> flow;
      // What is computed here is on the CPU.
      case Flow _ when name.equals("is_cuda") -> new Truth(false);
      // Settings that are kept as a dictionary give their entries by name.
      case Value.Dictionary(var entries) when entries.containsKey(new Words(name)) ->
          entries.getOrDefault(new Words(name), Value.UNKNOWN);
      case Value.Unknown unknown -> unknown;
      default -> new Method(owner, name);
    };
  }

  private Value ofComposite(Composite module, String name, Frame frame) {
    Value own = module.attributes().get(name);
    if (own != null) {
      return own;
    }
    if (name.equals("training")) {
      return new TrainingFlag(module);
    }
    if (name.equals("__class__")) {
      return module.kind();
    }
    return Classes.method(module.kind(), name, Optional.of(module))
        .<Value>map(function -> function)
        .or(() -> constant(module.kind(), name, frame))
        .or(() -> nested(module.kind(), name, frame))
        .orElseGet(() -> new Method(module, name));
  }

  private Optional<Value> constant(UserClass kind, String name, Frame frame) {
    return Classes.constant(kind, name)
        .map(value -> evaluator.evaluate(value, new Frame(kind.scope(), frame.place(), null)));
  }

  private Optional<Value> nested(UserClass kind, String name, Frame frame) {
    Frame inside = new Frame(kind.scope(), frame.place(), null);
    return Classes.nested(kind, name)
        .map(
            inner ->
                new UserClass(
                    inner,
                    kind.scope(),
                    inner.bases().stream()
                        .map(base -> evaluator.evaluate(base.value(), inside))
                        .toList()));
  }

  private static Value ofLeaf(Leaf leaf, String name) {
    if (leaf.parameters().contains(name)) {
      return new ParameterOf(leaf, name);
    }
    if (name.equals("bias") && leaf.spec().arguments().containsKey("bias")) {
      return Value.NOTHING;
    }
    Object value = leaf.spec().arguments().get(name);
    return switch (value) {
      case Integer number -> new Whole(number);
      case Double number -> new Value.Fraction(number);
      case Boolean flag -> new Value.Truth(flag);
      case null, default -> ofModule(leaf, name);
    };
  }

  private static Value ofModule(Module module, String name) {
    if (name.equals("training")) {
      return new TrainingFlag(module);
    }
    if (name.equals("__class__")) {
      return classOf(module);
    }
    Module member = module.members().get(name);
    return member == null ? new Method(module, name) : member;
  }

  /// `type(module)`
  static Value classOf(Module module) {
    return switch (module) {
      case Leaf leaf -> new Known(Libraries.NN + leaf.spec().type().torchName());
      case Composite composite -> composite.kind();
      case Group _ -> new Known(Libraries.NN + "Sequential");
      case Forked _, Missing _ -> Value.UNKNOWN;
    };
  }

  /// The sizes of a tensor in `forward`: rows are not numbered there, since a net takes any.
  Value sizes(Flow flow) {
    if (flow.shape().isEmpty()) {
      return new Items(List.of(new RowCount()), true);
    }
    List<Value> sizes = new ArrayList<>();
    Arrays.stream(flow.shape().get().toArray()).forEach(size -> sizes.add(new Whole(size)));
    if (!sizes.isEmpty()) {
      sizes.set(0, new RowCount());
    }
    return new Items(sizes, true);
  }

  private static Value sizes(Shape shape) {
    List<Value> sizes = new ArrayList<>();
    Arrays.stream(shape.toArray()).forEach(size -> sizes.add(new Whole(size)));
    return new Items(sizes, true);
  }
}
