package org.modescope.autograd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes PyTorch's nodes of those that were recorded here. The names are those of PyTorch 2.7.
final class TorchGraphBuilder {
  private final Map<Node, Draft> heads = new IdentityHashMap<>();
  private final Map<Tensor, Draft> leaves = new IdentityHashMap<>();

  /// What a linear map's views are views of.
  private final Map<Node, Draft> products = new IdentityHashMap<>();

  /// A node whose number is not known yet.
  private record Draft(
      String operation,
      String layer,
      List<Draft> next,
      Optional<Node> recorded,
      Optional<Tensor> leaf) {}

  List<TorchGraph.Vertex> build(Graph graph) {
    if (!graph.isRecorded()) {
      return List.of();
    }
    // In order of the forward pass, so that sources are there before what comes of them.
    graph.nodes().forEach(node -> heads.put(node, expand(node)));
    return numbered(Objects.requireNonNull(heads.get(graph.nodes().getLast())));
  }

  private static List<TorchGraph.Vertex> numbered(Draft last) {
    Map<Draft, Integer> numbers = new IdentityHashMap<>();
    List<Draft> order = new ArrayList<>();
    Deque<Draft> pending = new ArrayDeque<>();
    numbers.put(last, 0);
    pending.add(last);
    while (!pending.isEmpty()) {
      Draft draft = pending.remove();
      order.add(draft);
      for (Draft next : draft.next()) {
        if (numbers.putIfAbsent(next, numbers.size()) == null) {
          pending.add(next);
        }
      }
    }
    return order.stream().map(draft -> vertex(draft, numbers)).toList();
  }

  private static TorchGraph.Vertex vertex(Draft draft, Map<Draft, Integer> numbers) {
    return new TorchGraph.Vertex(
        draft.operation(),
        draft.layer(),
        draft.next().stream().map(numbers::get).toList(),
        draft.recorded(),
        draft.leaf());
  }

  private Draft expand(Node node) {
    return switch (node.op()) {
      case LinearMap(LinearMap.Form form) -> linear(node, form);
      case AlphaDropout _ -> around("AddBackward0", node, self(node, edges(node)));
      case EmptyNormalize _ -> emptyNormalize(node);
      case LearnedRelu _ -> learnedRelu(node);
      case MeanSquaredError _, Subtract _ -> joined(node);
      case CopySlices _ -> self(node, List.of(beforeItsViews(node)));
      case Absolute _,
          Activation _,
          Add _,
          AdaptiveAvgPool _,
          AdaptiveMaxPool _,
          AvgPool _,
          BatchNormalize _,
          BinaryCrossEntropy _,
          Clone _,
          Concatenate _,
          Convolution _,
          Embed _,
          GroupNormalize _,
          LayerNormalize _,
          MaxPool _,
          MeanOfAll _,
          Multiply _,
          NegativeLogLikelihood _,
          PadEnd _,
          Permute _,
          RandomizedRelu _,
          Relu _,
          Repeat _,
          Resize _,
          Softmax _,
          TransposedConvolution _,
          View _ ->
          self(node, edges(node));
    };
  }

  /// What a loss compares: output and target, each behind the view that stretches it to the other's
  /// shape, if one does.
  private Draft joined(Node node) {
    Shape shape = node.operandShape(0).broadcast(node.operandShape(1));
    return self(node, present(stretched(node, 0, shape), stretched(node, 1, shape)));
  }

  private @Nullable Draft stretched(Node node, int operand, Shape shape) {
    @Nullable Draft source = edge(node, operand);
    return node.operandShape(operand).equals(shape)
        ? source
        : behind("ExpandBackward0", node, source);
  }

  /// `addmm(bias, x, weight.t())`, or `x @ weight.t()` without a bias; of other than two axes, with
  /// views around it.
  private Draft linear(Node node, LinearMap.Form form) {
    @Nullable Draft x = edge(node, 0);
    @Nullable Draft weight = edge(node, 1);
    @Nullable Draft transposed = behind("TBackward0", node, weight);
    int rank = node.operandShape(0).rank();
    return switch (form) {
      case ADDMM -> {
        @Nullable Draft bias = edge(node, 2);
        yield rank == 2
            ? self(node, present(bias, x, transposed))
            : around(
                "ViewBackward0",
                node,
                product(node, present(bias, behind("ViewBackward0", node, x), transposed)));
      }
      case BMM -> self(node, present(x));
      case MM ->
          switch (rank) {
            case 1 ->
                around(
                    "SqueezeBackward4",
                    node,
                    product(node, present(behind("UnsqueezeBackward0", node, x), transposed)));
            case 2 -> self(node, present(x, transposed));
            default ->
                around(
                    "UnsafeViewBackward0",
                    node,
                    self(node, present(behind("ViewBackward0", node, x), transposed)));
          };
    };
  }

  private Draft product(Node node, List<Draft> next) {
    Draft product = self(node, next);
    products.put(node, product);
    return product;
  }

  /// What a changed view is a view of.
  private Draft beforeItsViews(Node node) {
    Node source = Objects.requireNonNull(node.source(0));
    Draft product = products.get(source);
    return product == null ? Objects.requireNonNull(heads.get(source)) : product;
  }

  /// The slopes are viewed as an array of as many axes as x has.
  private Draft learnedRelu(Node node) {
    @Nullable Draft weight = edge(node, 1);
    boolean isSpread = node.operandShape(0).rank() != 1;
    return self(
        node, present(edge(node, 0), isSpread ? behind("ViewBackward0", node, weight) : weight));
  }

  /// `x.clone() * weight[0] + bias[0]`.
  private Draft emptyNormalize(Node node) {
    Draft product =
        self(
            node,
            present(
                behind("CloneBackward0", node, edge(node, 0)),
                behind("SelectBackward0", node, edge(node, 1))));
    @Nullable Draft bias = behind("SelectBackward0", node, edge(node, 2));
    return new Draft(
        "AddBackward0", node.layer(), present(product, bias), Optional.empty(), Optional.empty());
  }

  /// The node that keeps what was kept here.
  private static Draft self(Node node, List<Draft> next) {
    return new Draft(node.operation(), node.layer(), next, Optional.of(node), Optional.empty());
  }

  /// A node of one source that keeps nothing; none where its source takes no gradient.
  private static @Nullable Draft behind(String operation, Node node, @Nullable Draft source) {
    return source == null ? null : around(operation, node, source);
  }

  private static Draft around(String operation, Node node, Draft source) {
    return new Draft(operation, node.layer(), List.of(source), Optional.empty(), Optional.empty());
  }

  private List<Draft> edges(Node node) {
    List<Draft> edges = new ArrayList<>();
    for (int operand = 0; operand < node.operandCount(); operand++) {
      Draft edge = edge(node, operand);
      if (edge != null) {
        edges.add(edge);
      }
    }
    return edges;
  }

  private @Nullable Draft edge(Node node, int operand) {
    Node source = node.source(operand);
    if (source != null) {
      return Objects.requireNonNull(heads.get(source));
    }
    Tensor leaf = node.leaf(operand);
    return leaf == null ? null : leaves.computeIfAbsent(leaf, each -> accumulate(node, each));
  }

  private static Draft accumulate(Node node, Tensor leaf) {
    return new Draft(
        "AccumulateGrad", node.layer(), List.of(), Optional.empty(), Optional.of(leaf));
  }

  private static List<Draft> present(@Nullable Draft... drafts) {
    List<Draft> present = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft != null) {
        present.add(draft);
      }
    }
    return present;
  }
}
