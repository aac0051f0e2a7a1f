package org.modescope.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.ActivationFunction.Kept;
import org.modescope.autograd.Explanation.Key;

/// An array that remembers how it was made: shape, values, whether it takes part in gradients, and
/// the recorded operation it came from.
///
/// Values are 32-bit floats, row-major. A tensor may span several passes of one run: it then holds
/// one array of its shape per pass, and operations compute all of them. Parameters, buffers and the
/// input are shared by all passes. A tensor belongs to the innermost open [Arena] of the thread
/// that made it; without one, to whoever made it, who closes it. Confined to one thread.
public final class Tensor implements AutoCloseable {
  private Array array;
  private final Origin origin;
  private final boolean isView;
  private @Nullable Node viewNode;
  private int changesSeen;
  private final boolean inference;
  private final @Nullable Tensor repeated;
  private boolean requiresGrad;
  private @Nullable Tensor grad;
  private boolean valueHeld = true;
  private boolean expiring;
  private boolean closed;

  private Tensor(Array array, @Nullable Node node, boolean inference, @Nullable Tensor repeated) {
    this(array, new Origin(node, array.shape()), null, inference, repeated);
  }

  /// @param viewNode what made this, if it is a view of what `origin` tells of
  private Tensor(
      Array array,
      Origin origin,
      @Nullable Node viewNode,
      boolean inference,
      @Nullable Tensor repeated) {
    this.array = array;
    this.origin = origin;
    this.isView = viewNode != null;
    this.viewNode = viewNode;
    this.changesSeen = origin.changes();
    this.inference = inference;
    this.repeated = repeated;
    if (viewNode != null) {
      viewNode.retain();
    }
  }

  /// The net's input: what a caller hands to the first layer, and holds anyway.
  public static Tensor input(Shape shape, float[] values) {
    return leaf(shape, values, Storage.Role.INPUT);
  }

  /// Inputs of several passes, each with its own.
  ///
  /// @param passes the values of each, row-major
  public static Tensor inputs(Shape shape, List<float[]> passes) {
    Array array = Array.allocate(shape, passes.size(), Storage.Role.INPUT);
    for (int pass = 0; pass < passes.size(); pass++) {
      array.copyFrom(pass, passes.get(pass));
    }
    return leaf(array);
  }

  /// A learned value; takes gradients until told otherwise.
  public static Tensor parameter(Shape shape, float[] values) {
    return leaf(shape, values, Storage.Role.PARAMETER).requireGrad(true);
  }

  /// State of a layer that is not learned, such as a running mean.
  public static Tensor buffer(Shape shape, float[] values) {
    return leaf(shape, values, Storage.Role.BUFFER);
  }

  private static Tensor leaf(Shape shape, float[] values, Storage.Role role) {
    if (values.length != shape.elements()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a tensor of shape %s has %d values, not %d",
              shape,
              shape.elements(),
              values.length));
    }
    Array array = Array.allocate(shape, 1, role);
    array.copyFrom(0, values);
    return Arena.adopt(
        new Tensor(array, null, GradMode.current() == GradMode.INFERENCE_MODE, null));
  }

  /// A leaf that takes over an array whose memory the caller holds.
  static Tensor leaf(Array array) {
    return Arena.adopt(
        new Tensor(array, null, GradMode.current() == GradMode.INFERENCE_MODE, null));
  }

  /// The same, outliving any arena: its new owner closes it.
  static Tensor detached(Array array) {
    return new Tensor(array, null, false, null);
  }

  /// The result of an operation, recorded as the grad mode and the operands ask.
  static Tensor apply(Op op, @Nullable Tensor... operands) {
    GradMode gradMode = GradMode.current();
    Operands given = new Operands(operands, Target.FRESH);
    Node node =
        gradMode == GradMode.GRAD && Recording.isNeeded(operands)
            ? new Node(op, given, Recording.nextSequence())
            : null;
    Saver saver =
        node == null ? Saver.NONE : (name, kept) -> Recording.save(node, name, kept, given);
    Tensor result;
    try {
      Array array = op.forward(given, saver);
      boolean inference = gradMode == GradMode.INFERENCE_MODE;
      result =
          node == null || !op.isView(given)
              ? new Tensor(array, node, inference, null)
              : new Tensor(
                  array, originOfView(op, operands[0], node, array), node, inference, null);
    } catch (TorchException refused) {
      if (node != null) {
        node.retain();
        node.release();
      }
      throw refused;
    }
    result.requiresGrad = node != null;
    return Arena.adopt(result);
  }

  /// The origin of a view: that of what is viewed; for a view at the end of several steps that are
  /// one operation here, one of its own.
  private static Origin originOfView(Op op, @Nullable Tensor viewed, Node node, Array result) {
    return op instanceof View && viewed != null
        ? viewed.origin.retain()
        : new Origin(node, result.shape());
  }

  /// Writes the result of an operation over its first operand, which goes on as the result.
  ///
  /// @throws TorchException if that is a leaf that takes a gradient, or a view of one, and
  ///   operations are recorded
  private static Tensor applyInPlace(Op op, Tensor changed, @Nullable Tensor... others) {
    changed.checkInPlace();
    changed.checkOwnPlaces();
    @Nullable Tensor[] operands = new @Nullable Tensor[others.length + 1];
    operands[0] = changed;
    System.arraycopy(others, 0, operands, 1, others.length);
    Operands given = new Operands(operands, Target.IN_PLACE);
    if (GradMode.current() != GradMode.GRAD || !Recording.isNeeded(operands)) {
      op.forward(given, Saver.NONE).storage().release();
      return changed;
    }
    Op recorded = changed.isView ? new CopySlices(op, changed.shape()) : op;
    Node node = new Node(recorded, given, Recording.nextSequence());
    Saver saver = (name, kept) -> Recording.save(node, name, kept, given);
    recorded.forward(given, saver).storage().release();
    changed.origin.rebase(node);
    changed.requiresGrad = true;
    return changed;
  }

  private static Tensor apply(Target target, Op op, Tensor x, @Nullable Tensor... others) {
    if (target == Target.IN_PLACE) {
      return applyInPlace(op, x, others);
    }
    @Nullable Tensor[] operands = new @Nullable Tensor[others.length + 1];
    operands[0] = x;
    System.arraycopy(others, 0, operands, 1, others.length);
    return apply(op, operands);
  }

  /// This input for a net that writes over it: each pass has a copy, and the caller's stays as it
  /// is.
  public Tensor copied() {
    Array own = Array.allocate(shape(), passes(), Storage.Role.INPUT);
    for (int pass = 0; pass < passes(); pass++) {
      own.copyFrom(pass, values(pass));
    }
    return leaf(own);
  }

  /// This tensor as operand of `passes` passes at once, without copying: every pass sees the same
  /// values. Gradients go to this tensor.
  public Tensor forPasses(int passes) {
    Array shared = array();
    shared.storage().retain();
    Tensor view =
        new Tensor(new Array(shared.storage(), shape(), passes, 0), null, inference, this);
    view.requiresGrad = requiresGrad;
    return Arena.adopt(view);
  }

  /// The linear map `xWᵀ + b` over the last axis.
  ///
  /// @param weight `[out, in]`
  /// @param bias `[out]`, or null
  /// @throws TorchException if the shapes do not fit
  public Tensor linear(Tensor weight, @Nullable Tensor bias) {
    LinearMap.Form form = bias == null ? LinearMap.Form.MM : LinearMap.Form.ADDMM;
    return array.strides() == null || shape().rank() <= 2
        ? apply(new LinearMap(form), this, weight, bias)
        : linearOfPermuted(weight, bias);
  }

  /// The same where the rows do not lie one after another: PyTorch makes rows of them, multiplies
  /// and adds the bias, each an operation by itself. By a frozen weight it multiplies batches of
  /// rows rather than copy them into one.
  private Tensor linearOfPermuted(Tensor weight, @Nullable Tensor bias) {
    LinearShapes.check(shape(), weight.shape());
    Shape output = shape().with(-1, weight.shape().size(0));
    int in = shape().size(-1);
    Shape rows = Shape.of(Math.toIntExact(shape().elements() / Math.max(1, in)), in);
    boolean isBatched = !weight.requiresGrad() && !isViewable(rows);
    LinearMap.Form form = isBatched ? LinearMap.Form.BMM : LinearMap.Form.MM;
    try (Tensor factors = isBatched ? batches() : reshape(rows);
        Tensor product = apply(new LinearMap(form), factors, weight, null)) {
      Tensor result = product.view(output, View.UNSAFE);
      if (bias == null) {
        return result;
      }
      try (result) {
        return result.add(bias);
      }
    }
  }

  /// All axes but the last two as one.
  private Tensor batches() {
    int rows = shape().size(-2);
    int in = shape().size(-1);
    int count = Math.toIntExact(shape().elements() / rows / in);
    try (Tensor expanded = view(shape(), "ExpandBackward0")) {
      return expanded.reshape(Shape.of(count, rows, in));
    }
  }

  /// `max(x, 0)`, elementwise.
  public Tensor relu() {
    return relu(Target.FRESH);
  }

  /// The same, written where `target` says.
  public Tensor relu(Target target) {
    return apply(target, new Relu(), this);
  }

  /// Elementwise product with a factor that takes no gradient, such as a dropout mask: of the same
  /// shape, or a scalar.
  public Tensor multiply(Tensor factor) {
    return multiply(factor, Target.FRESH);
  }

  /// The same, written where `target` says.
  public Tensor multiply(Tensor factor, Target target) {
    return apply(target, new Multiply(), this, factor);
  }

  /// Normalises each channel (axis 1) by the statistics of this very batch.
  ///
  /// Running statistics, where given, are only remembered by the graph, as PyTorch's node does:
  /// updating them is the layer's business.
  public Tensor batchNormalize(
      Statistics batch,
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      @Nullable Tensor runningMean,
      @Nullable Tensor runningVariance,
      double epsilon) {
    return apply(
        new BatchNormalize(batch, epsilon), this, weight, bias, runningMean, runningVariance);
  }

  /// Normalises each channel (axis 1) by running statistics, which are constants to the gradient.
  public Tensor batchNormalize(
      @Nullable Tensor weight,
      @Nullable Tensor bias,
      Tensor runningMean,
      Tensor runningVariance,
      double epsilon) {
    return apply(
        new BatchNormalize(null, epsilon), this, weight, bias, runningMean, runningVariance);
  }

  /// Batch normalisation of a tensor without elements: there are no statistics, and nothing moves.
  ///
  /// @param weight `[C]`, given with `bias` or not at all
  public Tensor normalizeNothing(@Nullable Tensor weight, @Nullable Tensor bias) {
    return weight == null
        ? view(shape(), "CloneBackward0")
        : apply(new EmptyNormalize(), this, weight, bias);
  }

  /// Two-dimensional cross-correlation of `[N, C, H, W]`.
  ///
  /// @param weight `[O, C/groups, height, width]`
  /// @param bias `[O]`, or null
  public Tensor convolve(Tensor weight, @Nullable Tensor bias, Grid grid, int groups) {
    return apply(new Convolution(grid, groups), this, weight, bias);
  }

  /// Two-dimensional transposed convolution of `[N, C, H, W]`.
  ///
  /// @param weight `[C, O/groups, height, width]`
  /// @param bias `[O]`, or null
  /// @param grid the window of the convolution that it transposes
  public Tensor convolveTransposed(
      Tensor weight, @Nullable Tensor bias, Grid grid, int groups, int rows, int columns) {
    return apply(new TransposedConvolution(grid, groups, rows, columns), this, weight, bias);
  }

  /// Another size of all axes behind the channels, each output as its nearest source.
  ///
  /// @param sizes the new size of each
  /// @param factor what all were multiplied by; 0 where sizes were asked for
  public Tensor resizeToNearest(int[] sizes, double factor) {
    List<Upscale> axes = new ArrayList<>();
    for (int axis = 0; axis < sizes.length; axis++) {
      axes.add(Upscale.nearest(shape().size(axis - sizes.length), sizes[axis], factor));
    }
    return apply(new Resize(axes, Resize.Blend.NEAREST), this);
  }

  /// Another size of the last two axes, each output as a mean of its neighbours.
  ///
  /// @param isAligned whether the outermost pixels lie over one another, or else the edges
  public Tensor resizeBilinearly(int[] sizes, double factor, boolean isAligned) {
    Upscale.Corners corners = isAligned ? Upscale.Corners.ALIGNED : Upscale.Corners.EDGES;
    List<Upscale> axes = new ArrayList<>();
    for (int axis = 0; axis < sizes.length; axis++) {
      axes.add(Upscale.linear(shape().size(axis - sizes.length), sizes[axis], factor, corners));
    }
    return apply(new Resize(axes, Resize.Blend.LINEAR), this);
  }

  /// Zeros added below and to the right of every image.
  public Tensor padEnd(int rows, int columns) {
    return apply(new PadEnd(rows, columns), this);
  }

  /// The largest element under a window over the last two axes.
  public Tensor maxPool(Grid grid) {
    return apply(new MaxPool(grid), this);
  }

  /// The mean under a window over the last two axes.
  public Tensor avgPool(Grid grid, PaddingCount padding) {
    return apply(new AvgPool(grid, padding), this);
  }

  /// The means of `height × width` nearly equal regions of the last two axes.
  public Tensor adaptiveAvgPool(int height, int width) {
    return apply(new AdaptiveAvgPool(height, width), this);
  }

  /// The largest elements of `height × width` nearly equal regions of the last two axes.
  public Tensor adaptiveMaxPool(int height, int width) {
    return apply(new AdaptiveMaxPool(height, width), this);
  }

  /// Normalises over the last axes, which `normalized` gives.
  public Tensor layerNormalize(
      Shape normalized, @Nullable Tensor weight, @Nullable Tensor bias, double epsilon) {
    return apply(LayerNormalize.over(shape(), normalized, epsilon), this, weight, bias);
  }

  /// Normalises groups of channels of each sample of `[N, C, …]`; of a copy where the axes are in
  /// another order and the channels not last.
  public Tensor groupNormalize(
      int groups, @Nullable Tensor weight, @Nullable Tensor bias, double epsilon) {
    GroupNormalize normalize = new GroupNormalize(groups, epsilon);
    Strides strides = array.strides();
    if (strides == null || Strides.ofImages(strides, shape(), shape()) != null) {
      return apply(normalize, this, weight, bias);
    }
    try (Tensor copy = contiguous()) {
      return apply(normalize, copy, weight, bias);
    }
  }

  /// Alpha dropout by a mask that is 0 where elements are dropped.
  ///
  /// @param p the probability with which the mask was drawn
  public Tensor alphaDropout(Tensor staying, double p) {
    return apply(new AlphaDropout(p), this, staying);
  }

  /// Leaky ReLU with a slope of its own for each element.
  public Tensor randomizedRelu(Tensor slopes, Target target) {
    return apply(target, new RandomizedRelu(0, target), this, slopes);
  }

  /// The same with one slope for all, as a node of the same kind.
  public Tensor randomizedRelu(double slope, Target target) {
    return apply(target, new RandomizedRelu(slope, target), this, (Tensor) null);
  }

  /// A vector several times over.
  public Tensor repeat(int times) {
    return apply(new Repeat(times), this);
  }

  /// The same memory under another shape of as many elements.
  ///
  /// @param torchName PyTorch's name of the node
  /// @throws TorchException if the axes were put in an order in which that cannot be
  public Tensor view(Shape other, String torchName) {
    if (!isViewable(other)) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "view size is not compatible with input tensor's size and stride (at least one dimension"
              + " spans across two contiguous subspaces). Use .reshape(...) instead.",
          Explanation.of(Key.NO_VIEW_OF_PERMUTED));
    }
    return apply(new View(other, torchName), this);
  }

  /// The same numbers under another shape of as many elements: a view where that can be, and a copy
  /// where not.
  public Tensor reshape(Shape other) {
    if (isViewable(other)) {
      return view(other, array.strides() == null ? "ViewBackward0" : "ReshapeAliasBackward0");
    }
    try (Tensor copy = apply(new Clone(), this)) {
      return copy.view(other, View.UNSAFE);
    }
  }

  /// This tensor where its elements lie in the order of its axes, and a copy where not.
  public Tensor contiguous() {
    return array.strides() == null ? this : apply(new Clone(), this);
  }

  private boolean isViewable(Shape other) {
    Strides strides = array.strides();
    return strides == null || strides.isViewable(shape(), other);
  }

  /// The same numbers with their axes in another order.
  ///
  /// @param axes which axis comes where, counted from the front
  public Tensor permute(List<Integer> axes) {
    return apply(new Permute(axes), this);
  }

  /// A row of a table for each of these numbers, which are whole.
  ///
  /// @param table `[rows, width]`
  /// @param padding the row that takes no gradient, if any
  /// @throws TorchException if there is no such row
  public Tensor embed(Tensor table, Optional<Integer> padding) {
    return apply(new Embed(padding), this, table);
  }

  /// The shape whose row-major order is the order in which PyTorch has these numbers in memory.
  public Shape memoryShape() {
    Strides strides = array.strides();
    return strides == null
        ? shape()
        : Shape.of(IntStream.of(strides.order()).map(shape()::size).toArray());
  }

  /// What was drawn in the order of this tensor's memory, element by element where it belongs.
  ///
  /// @param drawn of the [#memoryShape]
  public Tensor fromMemoryOrder(Tensor drawn) {
    Strides strides = array.strides();
    if (strides == null) {
      return drawn;
    }
    int[] order = strides.order();
    int[] back = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      back[order[place]] = place;
    }
    Array placed = Permute.copied(drawn.array(), back, Storage.Role.MASK, null);
    drawn.close();
    return GradMode.NO_GRAD.call(() -> leaf(placed.with(strides)));
  }

  /// Gives this very tensor another shape of as many elements, as `unsqueeze_` and `squeeze_` do.
  ///
  /// @param torchName PyTorch's name of the node
  /// @throws TorchException if this is a leaf that takes a gradient and operations are recorded
  public Tensor viewInPlace(Shape other, String torchName) {
    checkInPlace();
    if (GradMode.current() == GradMode.GRAD && requiresGrad) {
      Operands given = new Operands(new Tensor[] {this}, Target.IN_PLACE);
      origin.rebase(new Node(new View(other, torchName), given, Recording.nextSequence()));
    }
    Array now = array();
    Strides strides = now.strides();
    array = now.reshaped(other).with(strides == null ? null : strides.viewed(now.shape(), other));
    return this;
  }

  /// Softmax along an axis.
  public Tensor softmax(int axis) {
    return apply(new Softmax(axis, Softmax.Scale.PROBABILITY), this);
  }

  /// The logarithm of softmax along an axis.
  public Tensor logSoftmax(int axis) {
    return apply(new Softmax(axis, Softmax.Scale.LOGARITHM), this);
  }

  /// The logistic function.
  public Tensor sigmoid() {
    return apply(new Activation(new Sigmoid()), this);
  }

  /// The hyperbolic tangent.
  public Tensor tanh() {
    return apply(new Activation(new Tanh()), this);
  }

  /// The sigmoid linear unit, `x·sigmoid(x)`.
  public Tensor silu(Target target) {
    return apply(target, new Activation(new Silu()), this);
  }

  /// The Gaussian error linear unit, `x·Φ(x)`.
  public Tensor gelu() {
    return apply(new Activation(new Gelu()), this);
  }

  /// The approximation of [#gelu()] by a hyperbolic tangent.
  public Tensor tanhGelu() {
    return apply(new Activation(new TanhGelu()), this);
  }

  /// `min(max(x, 0), 6)`.
  public Tensor relu6(Target target) {
    return apply(target, new Activation(new Hardtanh(0, 6)), this);
  }

  /// x where it is positive, `alpha·(eˣ − 1)` elsewhere.
  public Tensor elu(double alpha, Target target) {
    return apply(target, new Activation(new Elu(alpha, 1, Kept.where(target))), this);
  }

  /// The exponential linear unit that keeps mean 0 and variance 1.
  public Tensor selu(Target target) {
    ActivationFunction selu = new Elu(Elu.SELU_ALPHA, Elu.SELU_SCALE, Kept.where(target));
    return apply(target, new Activation(selu), this);
  }

  /// `x·min(max(x + 3, 0), 6)/6`.
  public Tensor hardswish(Target target) {
    return apply(target, new Activation(new Hardswish()), this);
  }

  /// `log(1 + e^(beta·x))/beta`, or x where `beta·x` is above a threshold.
  public Tensor softplus(double beta, double threshold) {
    return apply(new Activation(new Softplus(beta, threshold)), this);
  }

  /// x where it is positive, and x times a learned slope elsewhere.
  ///
  /// @param weight one slope, or one for each channel (axis 1)
  public Tensor learnedRelu(Tensor weight) {
    return apply(new LearnedRelu(), this, weight);
  }

  /// x where it is positive, `slope·x` elsewhere.
  public Tensor leakyRelu(double slope, Target target) {
    ActivationFunction leaky = new LeakyRelu(slope, Kept.where(target));
    return apply(target, new Activation(leaky), this);
  }

  /// Elementwise sum with a tensor of the same shape, or of one that both can be stretched to.
  ///
  /// @throws TorchException if the shapes cannot be joined
  public Tensor add(Tensor other) {
    return apply(new Add(), this, other);
  }

  /// Tensors one after another along an axis.
  ///
  /// @param axis may count from the back
  /// @throws TorchException if they are not alike along all others
  public static Tensor concatenate(List<Tensor> tensors, int axis) {
    Concatenate.join(tensors.stream().map(Tensor::shape).toList(), axis);
    int along = Math.floorMod(axis, tensors.getFirst().shape().rank());
    return apply(new Concatenate(along), tensors.toArray(Tensor[]::new));
  }

  /// The shape of tensors one after another along an axis.
  ///
  /// @throws TorchException if they are not alike along all others
  public static Shape concatenated(List<Shape> shapes, int axis) {
    return Concatenate.join(shapes, axis);
  }

  /// The mean of squared differences from a target of the same shape, or of one that either is
  /// stretched to; a scalar.
  ///
  /// @throws TorchException if there is no such shape
  public Tensor meanSquaredError(Tensor target) {
    return apply(new MeanSquaredError(), this, target);
  }

  /// The mean of absolute differences from a target of the same shape, or of one that either is
  /// stretched to: difference, size and mean, three nodes as in PyTorch; a scalar.
  ///
  /// @throws TorchException if there is no such shape
  public Tensor meanAbsoluteError(Tensor target) {
    Tensor difference = apply(new Subtract(), this, target);
    return apply(new MeanOfAll(), apply(new Absolute(), difference));
  }

  /// The mean, over elements, of the cross entropy between a target of the same shape and the
  /// probability whose logit this is; a scalar.
  ///
  /// @throws TorchException if the target is of another shape
  public Tensor binaryCrossEntropyWithLogits(Tensor target) {
    LossTargets.checkSameSize(shape(), target.shape());
    return apply(new BinaryCrossEntropy(), this, target);
  }

  /// The mean over rows of minus what this `[N, C]`, taken for log-probabilities, has at each row's
  /// class; a scalar.
  ///
  /// @param classes the class of each row, each below C
  /// @throws TorchException if there is not one class for each row, or a class is not below C
  public Tensor negativeLogLikelihood(int[] classes) {
    LossTargets.checkLogProbabilities(shape(), classes);
    return apply(new NegativeLogLikelihood(classes.clone()), this);
  }

  /// The mean over rows of minus the log-probability of each row's class: log-softmax over axis 1,
  /// then negative log likelihood, two nodes as in PyTorch; a scalar.
  ///
  /// @param classes the class of each row `[N]` of this `[N, C]`, each below C
  /// @throws TorchException if there is not one class for each row, or a class is not below C
  public Tensor crossEntropy(int[] classes) {
    ClassTargets.check(shape(), classes);
    Tensor logProbabilities = apply(new Softmax(1, Softmax.Scale.LOGARITHM), this);
    return apply(new NegativeLogLikelihood(classes.clone()), logProbabilities);
  }

  /// Fills in the gradients of every leaf this scalar depends on, adding to what is there, and
  /// frees the graph.
  ///
  /// @throws TorchException if this is not a scalar, was not recorded, or its graph was already
  ///   freed
  public void backward() {
    backward((node, gradientBytes) -> {});
  }

  /// The same, telling `progress` after each node what it freed.
  public void backward(BackwardProgress progress) {
    if (requiresGrad && array.shape().elements() != 1) {
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          "grad can be implicitly created only for scalar outputs",
          Explanation.of(Key.BACKWARD_FROM_MANY));
    }
    float[] one = new float[array.size()];
    java.util.Arrays.fill(one, 1);
    backward(one, progress);
  }

  /// The same for any shape: `gradOutput` says how much each element counts, the same in every
  /// pass.
  public void backward(float[] gradOutput) {
    backward(gradOutput, GraphRetention.FREE);
  }

  /// The same, freeing the graph or retaining it.
  public void backward(float[] gradOutput, GraphRetention retention) {
    Backward.run(this, gradOutput, retention, (node, gradientBytes) -> {});
  }

  /// The same, telling `progress` after each node what it freed.
  public void backward(float[] gradOutput, BackwardProgress progress) {
    Backward.run(this, gradOutput, GraphRetention.FREE, progress);
  }

  public Shape shape() {
    return array.shape();
  }

  /// The bytes that all its passes take.
  public long bytes() {
    return array.storage().bytes();
  }

  /// An object that is the same for two tensors, kept ones included, exactly if they share memory.
  public Object memory() {
    return array.storage();
  }

  /// Whether someone besides this tensor holds its memory, such as a graph that saved it.
  public boolean isHeldByGraph() {
    return array.storage().isShared();
  }

  /// How many passes this tensor spans.
  public int passes() {
    return array.passes();
  }

  /// One pass's values, row-major, copied.
  public float[] values(int pass) {
    checkValue();
    return array().copyOf(pass);
  }

  /// The values of the only pass, or of the first.
  public float[] values() {
    return values(0);
  }

  /// Hands every pass's values to a reader, in order.
  public void forEachPass(Consumer<float[]> reader) {
    for (int pass = 0; pass < passes(); pass++) {
      reader.accept(values(pass));
    }
  }

  /// Overwrites the values in place.
  ///
  /// @throws TorchException if this is a leaf that requires a gradient and operations are recorded
  public void set(float[] values) {
    checkValue();
    checkInPlace();
    array.copyFrom(0, values);
    array.storage().markChanged();
  }

  /// Changes each element in place by its gradient; does nothing where backward left none.
  ///
  /// @throws TorchException if this is a leaf that requires a gradient and operations are recorded
  public void update(GradientStep step) {
    checkValue();
    checkInPlace();
    Tensor gradient = grad;
    if (gradient == null) {
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      array.put(i, step.next(i, array.at(i), gradient.array.at(i)));
    }
    array.storage().markChanged();
  }

  /// Overwrites the values of a buffer without counting as a change in place, as the kernels that
  /// update running statistics do in PyTorch.
  public void setUnnoticed(float[] values) {
    checkValue();
    array.copyFrom(0, values);
  }

  public boolean requiresGrad() {
    return requiresGrad;
  }

  /// Freezes or unfreezes a leaf.
  public Tensor requireGrad(boolean required) {
    requiresGrad = required;
    return this;
  }

  /// The gradient that backward left, of this tensor's shape; null if none did.
  public @Nullable Tensor grad() {
    return grad;
  }

  /// Forgets the gradient.
  public void clearGrad() {
    if (grad != null) {
      grad.close();
      grad = null;
    }
  }

  /// How many operations were recorded so far.
  public static long recorded() {
    return Recording.count();
  }

  /// Names the layer on every node that led to this tensor, was recorded since [#recorded] gave
  /// that number, and has no name yet.
  public void labelGraph(long since, String layer) {
    Node last = node();
    if (last != null) {
      Graph.label(last, since, layer);
    }
  }

  /// The recorded graph that leads to this tensor; empty if nothing was recorded.
  public Graph graph() {
    return Graph.leadingTo(node());
  }

  /// Lets go of the values but not of the graph: what stays allocated is what the graph itself
  /// keeps.
  public void releaseValue() {
    if (valueHeld) {
      valueHeld = false;
      array.storage().release();
    }
  }

  /// Says that after the next operation on this tensor nobody reads its values: where the operation
  /// is not recorded and nobody else holds them, it may write its result over them. They can then
  /// no longer be read.
  public Tensor expiring() {
    expiring = true;
    return this;
  }

  /// Lets go of the values, the gradient and the graph.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    clearGrad();
    releaseValue();
    origin.release();
    if (viewNode != null) {
      viewNode.release();
    }
  }

  Array array() {
    array = array.moved(MemoryFormat.CONTIGUOUS);
    return array;
  }

  /// The array in whatever format it is in.
  Array arrayInAnyFormat() {
    return array;
  }

  boolean isOverwritable() {
    Storage storage = array.storage();
    boolean isSharedByPasses = array.passes() > 1 && array.passStride() == 0;
    return expiring
        && valueHeld
        && !storage.isShared()
        && storage.role() == Storage.Role.VALUE
        && !isSharedByPasses;
  }

  /// Hands this tensor's hold of its values on to the caller.
  Array surrender() {
    checkValue();
    valueHeld = false;
    return array;
  }

  /// What made this; of a view whose origin was changed in place since, a view of the change.
  @Nullable Node node() {
    if (!isView) {
      return origin.node();
    }
    if (isBehindItsOrigin()) {
      changesSeen = origin.changes();
      Node renewed = Node.viewOf(origin, shape());
      renewed.retain();
      if (viewNode != null) {
        viewNode.release();
      }
      viewNode = renewed;
    }
    return viewNode;
  }

  private boolean isBehindItsOrigin() {
    return isView && changesSeen != origin.changes();
  }

  /// PyTorch's name of what made this; null for a leaf.
  @Nullable String producer() {
    if (isBehindItsOrigin()) {
      return View.AS_STRIDED;
    }
    Node made = isView ? viewNode : origin.node();
    return made == null ? null : made.operation();
  }

  Origin origin() {
    return origin;
  }

  boolean isView() {
    return isView;
  }

  boolean isInference() {
    return inference;
  }

  /// The tensor whose gradient backward fills in: this one, or the one it repeats.
  Tensor leaf() {
    return repeated == null ? this : repeated;
  }

  void setGrad(Tensor gradient) {
    grad = gradient;
  }

  private void checkInPlace() {
    if (origin.node() == null && requiresGrad && GradMode.current() == GradMode.GRAD) {
      String leaf = "leaf Variable that requires grad is being used in an in-place operation.";
      throw new TorchException(
          TorchException.Type.RUNTIME_ERROR,
          isView ? "a view of a " + leaf : "a " + leaf,
          Explanation.of(Key.PARAMETER_IN_PLACE));
    }
  }

  private void checkOwnPlaces() {
    if (array.passes() > 1 && array.passStride() == 0) {
      throw new IllegalStateException("what passes share cannot be written over by each of them");
    }
  }

  private void checkValue() {
    if (!valueHeld) {
      throw new IllegalStateException("this tensor's memory was given back");
    }
  }
}
