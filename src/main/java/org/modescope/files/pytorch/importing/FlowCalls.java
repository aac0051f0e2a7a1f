package org.modescope.files.pytorch.importing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.experiment.ShapeCheck;
import org.modescope.files.pytorch.importing.Calls.Site;
import org.modescope.files.pytorch.importing.Value.FeatureCount;
import org.modescope.files.pytorch.importing.Value.Items;
import org.modescope.files.pytorch.importing.Value.RowCount;
import org.modescope.files.pytorch.importing.Value.TrainingFlag;
import org.modescope.files.pytorch.importing.Value.Truth;
import org.modescope.files.pytorch.importing.Value.Whole;
import org.modescope.nn.Mode;
import org.modescope.words.Phrase;

/// Follows what `forward` does to tensors by functions and methods.
record FlowCalls(Session session) {
  private static final int MOST_AXES = 7;

  /// Rows of positions of features: where axes are swapped and nothing says how many there are.
  private static final int USUAL_AXES = 3;

  private static final Map<String, String> LAYERS =
      Map.ofEntries(
          Map.entry("relu", "ReLU"),
          Map.entry("relu_", "ReLU"),
          Map.entry("relu6", "ReLU6"),
          Map.entry("leaky_relu", "LeakyReLU"),
          Map.entry("elu", "ELU"),
          Map.entry("selu", "SELU"),
          Map.entry("gelu", "GELU"),
          Map.entry("silu", "SiLU"),
          Map.entry("softplus", "Softplus"),
          Map.entry("hardswish", "Hardswish"),
          Map.entry("sigmoid", "Sigmoid"),
          Map.entry("tanh", "Tanh"),
          Map.entry("softmax", "Softmax"),
          Map.entry("log_softmax", "LogSoftmax"),
          Map.entry("dropout", "Dropout"),
          Map.entry("dropout1d", "Dropout1d"),
          Map.entry("dropout2d", "Dropout2d"),
          Map.entry("dropout3d", "Dropout3d"),
          Map.entry("alpha_dropout", "AlphaDropout"),
          Map.entry("feature_alpha_dropout", "FeatureAlphaDropout"),
          Map.entry("max_pool1d", "MaxPool1d"),
          Map.entry("max_pool2d", "MaxPool2d"),
          Map.entry("avg_pool1d", "AvgPool1d"),
          Map.entry("avg_pool2d", "AvgPool2d"),
          Map.entry("adaptive_avg_pool1d", "AdaptiveAvgPool1d"),
          Map.entry("adaptive_avg_pool2d", "AdaptiveAvgPool2d"),
          Map.entry("adaptive_max_pool2d", "AdaptiveMaxPool2d"));

  /// What leaves the numbers of a tensor as they are.
  private static final Set<String> NOTHING_DONE =
      Set.of(
          "to",
          "cuda",
          "cpu",
          "float",
          "long",
          "int",
          "contiguous",
          "clone",
          "detach",
          "requires_grad_",
          "type");

  private static final Set<String> CONCATENATIONS = Set.of("cat", "concat", "concatenate");

  private static final Set<String> PRINTED = Set.of("print", "len", "str", "repr", "format");

  /// A function of `torch` or `torch.nn.functional`.
  Value function(String name, Given given, Site site) {
    if (CONCATENATIONS.contains(name)
        && given.find(0, "tensors").orElse(Value.UNKNOWN) instanceof Items(List<Value> items, _)
        && !items.isEmpty()
        && items.stream().allMatch(Flow.class::isInstance)) {
      return concatenated(items.stream().map(Flow.class::cast).toList(), given, site);
    }
    Optional<Flow> flow = Calls.flowAmong(given);
    if (flow.isEmpty() || PRINTED.contains(name)) {
      return Value.UNKNOWN;
    }
    return given.first() instanceof Flow first
        ? method(first, name, without(given), site)
        : given.names().get("input") instanceof Flow named
            ? method(named, name, without(given), site)
            : refused(flow.get(), name, site);
  }

  /// Tensors that come from one, joined along an axis.
  private Value concatenated(List<Flow> flows, Given given, Site site) {
    Value axis = given.find(1, "dim").or(() -> given.find(1, "axis")).orElseGet(() -> new Whole(0));
    Optional<Flow> fork = Optional.of(flows.getFirst());
    for (Flow flow : flows) {
      fork = fork.flatMap(each -> each.fork(flow));
    }
    if (fork.isEmpty() || !(axis instanceof Whole(long dim)) || Math.abs(dim) > MOST_AXES) {
      return refused(flows.getFirst(), "cat", site);
    }
    Flow origin = fork.get();
    List<List<Step>> branches =
        flows.stream().map(flow -> flow.stepsFrom(origin).orElse(List.of())).toList();
    session.take(site.line(), Phrase.of("import.taken.layer", "layer", "cat"));
    return origin.then(
        new Step.Concatenated(site.line(), branches, (int) dim), joinedShape(flows, (int) dim));
  }

  private static Optional<Shape> joinedShape(List<Flow> flows, int dim) {
    List<Shape> shapes = flows.stream().flatMap(flow -> flow.shape().stream()).toList();
    if (shapes.size() < flows.size()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Tensor.concatenated(shapes, dim));
    } catch (TorchException refused) {
      // The layer itself will say what does not fit.
      return Optional.empty();
    }
  }

  private static Given without(Given given) {
    Given rest = given.rest();
    rest.names().remove("input");
    return rest;
  }

  private Value refused(Flow flow, String name, Site site) {
    if (Set.of("cat", "concat", "concatenate", "stack").contains(name)) {
      session.problem(
          site.line(),
          Phrase.of("import.problem.concat", "found", site.written()),
          Phrase.of("import.understood.forward"));
    } else {
      refuse(site);
    }
    return flow;
  }

  /// Says that a call is not understood.
  void refuse(Site site) {
    session.problem(
        site.line(),
        Phrase.of("import.problem.call", "found", site.written()),
        Phrase.of("import.understood.forward"));
  }

  /// Says that a part of a tensor is not understood, unless the tensor comes from what is left out.
  void refusePart(Flow flow, int line) {
    OptionalInt cause = session.leftOut(flow);
    if (cause.isPresent()) {
      session.goesWith(line, cause.getAsInt());
    } else {
      session.problem(
          line, Phrase.of("import.problem.part"), Phrase.of("import.understood.forward"));
    }
  }

  /// A function of a tensor, or a method of it.
  Value method(Flow flow, String name, Given given, Site site) {
    if (NOTHING_DONE.contains(name)) {
      return flow;
    }
    return switch (name) {
      case "view", "reshape" -> view(flow, given, site);
      case "permute" -> layer(flow, LayerType.PERMUTE, Given.of(axes(given)), site);
      case "transpose", "swapaxes", "swapdims" -> transposed(flow, given, site);
      case "flatten" -> layer(flow, LayerType.FLATTEN, flattened(given), site);
      case "size" -> size(flow, given);
      case "dim", "ndimension" -> rank(flow);
      case "add" -> operate(site.line(), "+", flow, given.first());
      default -> {
        Optional<LayerType> type = Optional.ofNullable(LAYERS.get(name)).flatMap(LayerType::named);
        yield type.isEmpty()
            ? refused(flow, name, site)
            : name.contains("dropout")
                ? dropout(flow, type.get(), given, site)
                : layer(flow, type.get(), given, site);
      }
    };
  }

  /// The axes as one list, however they are given.
  private static Value axes(Given given) {
    return given.find(0, "dims").orElse(Value.NOTHING) instanceof Items items
        ? items
        : new Items(given.places(), true);
  }

  /// Two axes in each other's place, which takes knowing how many there are: where the input's
  /// shape is not known, as many as the two say.
  private Value transposed(Flow flow, Given given, Site site) {
    Value first = given.find(0, "dim0").orElse(Value.UNKNOWN);
    Value second = given.find(1, "dim1").orElse(Value.UNKNOWN);
    if (!(first instanceof Whole(long one) && second instanceof Whole(long other))
        || Math.abs(one) > MOST_AXES
        || Math.abs(other) > MOST_AXES) {
      return refused(flow, "transpose", site);
    }
    int least = (int) Math.max(one, other) + 1;
    int rank = flow.shape().map(Shape::rank).orElse(Math.max(least, USUAL_AXES));
    List<Value> order = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      order.add(new Whole(axis));
    }
    int a = (int) (one < 0 ? one + rank : one);
    int b = (int) (other < 0 ? other + rank : other);
    if (Math.min(a, b) < 0 || Math.max(a, b) >= rank) {
      return refused(flow, "transpose", site);
    }
    Collections.swap(order, a, b);
    return layer(flow, LayerType.PERMUTE, Given.of(new Items(order, true)), site);
  }

  private static Value rank(Flow flow) {
    return flow.shape().<Value>map(shape -> new Whole(shape.rank())).orElse(Value.UNKNOWN);
  }

  /// The module flattens from the second axis on, the function from the first.
  private static Given flattened(Given given) {
    return given.find(0, "start_dim").isPresent()
        ? given
        : new Given(List.of(new Whole(0)), given.names(), true);
  }

  private Value size(Flow flow, Given given) {
    if (given.first() instanceof Whole(long axis) && axis == 0) {
      return new RowCount();
    }
    if (flow.shape().isEmpty()) {
      return given.places().isEmpty() ? new Items(List.of(new RowCount()), true) : Value.UNKNOWN;
    }
    Shape shape = flow.shape().get();
    if (given.places().isEmpty()) {
      List<Value> sizes = new ArrayList<>(List.of(new RowCount()));
      for (int axis = 1; axis < shape.rank(); axis++) {
        sizes.add(new Whole(shape.size(axis)));
      }
      return new Items(sizes, true);
    }
    return given.first() instanceof Whole(long axis) && axis < shape.rank() && axis >= -shape.rank()
        ? new Whole(shape.size((int) axis))
        : Value.UNKNOWN;
  }

  /// Rows stay rows, however many they are: `x.view(x.size(0), -1)` is a flattening.
  private Value view(Flow flow, Given given, Site site) {
    List<Value> sizes =
        given.first() instanceof Items(List<Value> items, boolean _) ? items : given.places();
    boolean isFlattening =
        sizes.size() == 2
            && (sizes.getFirst() instanceof RowCount && sizes.getLast().equals(new Whole(-1))
                || sizes.getLast() instanceof FeatureCount);
    if (isFlattening) {
      return layer(flow, LayerType.FLATTEN, Given.of(), site);
    }
    List<Value> fixed = new ArrayList<>(sizes);
    fixed.replaceAll(size -> size instanceof RowCount ? new Whole(-1) : size);
    boolean areNumbers = fixed.stream().allMatch(Whole.class::isInstance);
    if (!areNumbers || fixed.isEmpty()) {
      session.problem(
          site.line(),
          Phrase.of("import.problem.sizes", "found", site.written()),
          Phrase.of("import.understood.view"));
      return flow;
    }
    return layer(flow, LayerType.VIEW, Given.of(new Items(fixed, true)), site);
  }

  /// `F.dropout(x)` heeds no mode; with `training=self.training` it is a `Dropout`.
  private Value dropout(Flow flow, LayerType type, Given given, Site site) {
    Value training = given.find(1, "training").orElse(new Truth(!isAlpha(type)));
    Map<String, Value> names = new LinkedHashMap<>(given.names());
    names.remove("training");
    Given rest =
        new Given(
            given.places().stream().limit(1).toList(), new LinkedHashMap<>(names), given.isWhole());
    return switch (training) {
      case TrainingFlag(Module of) ->
          layer(flow, type, rest, site, Optional.of(of), Optional.empty());
      case Truth(boolean is) when !is -> flow;
      case Truth _ when type == LayerType.DROPOUT ->
          layer(flow, LayerType.FUNCTIONAL_DROPOUT, rest, site);
      case Truth _ -> layer(flow, type, rest, site, Optional.empty(), Optional.of(Mode.TRAIN));
      default -> {
        refuse(site);
        yield flow;
      }
    };
  }

  private static boolean isAlpha(LayerType type) {
    return type == LayerType.ALPHA_DROPOUT || type == LayerType.FEATURE_ALPHA_DROPOUT;
  }

  private Value layer(Flow flow, LayerType type, Given given, Site site) {
    if (type == LayerType.RELU
        && flow.step() instanceof Step.Joined joined
        && joined.activation() == null) {
      return flow.instead(joined.rectified());
    }
    return layer(flow, type, given, site, Optional.empty(), Optional.empty());
  }

  private Value layer(
      Flow flow,
      LayerType type,
      Given given,
      Site site,
      Optional<Module> follows,
      Optional<Mode> mode) {
    LayerMaker maker = new LayerMaker(session);
    return switch (maker.make(type, Signature.ofFunction(type), given, site.line())) {
      case LayerMaker.Made(LayerSpec layer) ->
          flow.then(
              new Step.Inline(site.line(), layer, follows, mode),
              shapeAfter(flow.shape(), List.of(layer)));
      case LayerMaker.Refused(Phrase problem) -> {
        session.problem(site.line(), problem, Phrase.of("import.understood.forward"));
        yield flow;
      }
    };
  }

  static Optional<Shape> shapeAfter(Optional<Shape> input, List<LayerSpec> layers) {
    if (input.isEmpty() || layers.isEmpty()) {
      return input;
    }
    ShapeCheck check = ShapeCheck.of(layers, input.get());
    return check.misfit().isEmpty() ? Optional.of(check.outputs().getLast()) : Optional.empty();
  }

  /// `x + y` is a residual, if both come from one tensor.
  Value operate(int line, String operator, Value left, Value right) {
    if (operator.equals("+") && left instanceof Flow a && right instanceof Flow b) {
      Optional<Flow> fork = a.fork(b);
      if (fork.isPresent()) {
        return joined(line, fork.get(), a, b);
      }
    }
    session.problem(
        line,
        Phrase.of("import.problem.operator", "operator", operator),
        Phrase.of("import.understood.forward"));
    return left instanceof Flow ? left : right;
  }

  private static Flow joined(int line, Flow fork, Flow a, Flow b) {
    List<Step> first = a.stepsFrom(fork).orElse(List.of());
    List<Step> second = b.stepsFrom(fork).orElse(List.of());
    boolean isShortcutFirst = first.isEmpty() || isShortcut(first) && !isShortcut(second);
    boolean isSwapped = isShortcutFirst && !second.isEmpty();
    Step.Joined joined =
        isSwapped
            ? new Step.Joined(line, second, first, null)
            : new Step.Joined(line, first, second, null);
    return fork.then(joined, (isSwapped ? b : a).shape());
  }

  /// Whether steps are what listings call the way around a block.
  private static boolean isShortcut(List<Step> steps) {
    List<String> path =
        switch (steps.getFirst()) {
          case Step.Use use -> use.path();
          case Step.Nested nested -> nested.path();
          case Step.Inline _, Step.Joined _, Step.Concatenated _ -> List.of();
        };
    return !path.isEmpty()
        && Set.of("shortcut", "downsample", "skip", "proj", "projection", "skip_connection")
            .contains(path.getFirst());
  }
}
