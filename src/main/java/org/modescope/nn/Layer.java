package org.modescope.nn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.Shape;
import org.modescope.autograd.Tensor;
import org.modescope.autograd.TorchException;

/// A layer: parameters that are learned, buffers that are not, and a mode that it keeps until told
/// otherwise.
///
/// A layer owns its parameters and buffers and gives their memory back when it is closed. It is
/// used by one thread at a time.
public abstract class Layer implements AutoCloseable {
  private final String path;
  private final SequencedMap<String, Tensor> parameters = new LinkedHashMap<>();
  private final SequencedMap<String, Tensor> buffers = new LinkedHashMap<>();
  private Mode mode = Mode.TRAIN;

  /// @param path what its state's keys begin with, such as `fc1` or `layer1.0.conv1`; empty for the
  ///   net itself
  protected Layer(String path) {
    this.path = path;
  }

  /// Computes the layer for every pass of a block.
  ///
  /// @throws PassRefusedException if the layer refuses its input, as PyTorch would
  public final Tensor apply(Tensor x, Passes passes) {
    return apply(x, passes, this::forward);
  }

  /// The same for an intermediate result that nobody else needs: it is closed afterwards, and the
  /// layer may compute in its memory.
  final Tensor consume(Tensor x, Passes passes) {
    Tensor result = apply(x, passes, this::forwardOver);
    if (result != x) {
      x.close();
    }
    return result;
  }

  private Tensor apply(Tensor x, Passes passes, BiFunction<Tensor, Passes, Tensor> forward) {
    passes.probe().entering(path, x);
    long before = Tensor.recorded();
    try {
      Tensor result = forward.apply(x, passes);
      result.labelGraph(before, path);
      passes.probe().leaving(path, result);
      return result;
    } catch (TorchException refused) {
      throw new PassRefusedException(path, refused);
    }
  }

  /// What the layer computes in its present mode.
  protected abstract Tensor forward(Tensor x, Passes passes);

  /// The same where nobody reads x afterwards: for layers that change it element by element, once.
  protected Tensor forwardOver(Tensor x, Passes passes) {
    return forward(x, passes);
  }

  /// Whether a pass may write over what this layer is given.
  public boolean overwritesInput() {
    return false;
  }

  /// Whether what comes out may lie in the memory of what went in.
  protected boolean handsMemoryOn() {
    return false;
  }

  /// What a caller's input is replaced by where this layer would write over it: a copy, so that
  /// each pass is given the same.
  public final Tensor own(Tensor input) {
    boolean isRefused = input.requiresGrad() && GradMode.current() == GradMode.GRAD;
    return overwritesInput() && !isRefused ? input.copied() : input;
  }

  /// The layers inside this one, in order.
  public List<Layer> children() {
    return List.of();
  }

  /// Puts this layer and all inside it into train mode, overriding what any was set to.
  public final void train() {
    setMode(Mode.TRAIN);
  }

  /// Puts this layer and all inside it into eval mode, overriding what any was set to.
  public final void eval() {
    setMode(Mode.EVAL);
  }

  /// Puts this layer and all inside it into a mode.
  public final void setMode(Mode newMode) {
    mode = newMode;
    children().forEach(child -> child.setMode(newMode));
  }

  public final Mode mode() {
    return mode;
  }

  public final String path() {
    return path;
  }

  /// Freezes or unfreezes the parameters of this layer and all inside it. Buffers go on moving.
  public final void requireGrad(boolean required) {
    parameters.values().forEach(parameter -> parameter.requireGrad(required));
    children().forEach(child -> child.requireGrad(required));
  }

  /// The parameters of this layer and all inside it, by their keys in the state.
  public final SequencedMap<String, Tensor> parameters() {
    SequencedMap<String, Tensor> all = new LinkedHashMap<>();
    parameters.forEach((name, parameter) -> all.put(key(name), parameter));
    children().forEach(child -> all.putAll(child.parameters()));
    return Collections.unmodifiableSequencedMap(all);
  }

  /// Parameters and running statistics of this layer and all inside it, by their keys in the state.
  public final SequencedMap<String, Tensor> tensors() {
    SequencedMap<String, Tensor> all = new LinkedHashMap<>();
    parameters.forEach((name, tensor) -> all.put(key(name), tensor));
    buffers.forEach((name, tensor) -> all.put(key(name), tensor));
    children().forEach(child -> all.putAll(child.tensors()));
    return Collections.unmodifiableSequencedMap(all);
  }

  /// Everything a copy of this layer needs to go on from here: parameters, buffers and counters.
  public final StateDict state() {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
    collectState(entries);
    return new StateDict(entries);
  }

  /// A copy of the buffers and counters of this layer and all inside it.
  public final StateDict buffers() {
    SequencedMap<String, StateDict.Entry> entries = new LinkedHashMap<>();
    collectBuffers(entries);
    return new StateDict(entries);
  }

  /// Takes over a state, key by key.
  ///
  /// @throws IllegalArgumentException if a key is missing or its shape differs
  public final void load(StateDict state) {
    GradMode.NO_GRAD.run(
        () -> {
          parameters.forEach((name, tensor) -> tensor.set(state.floats(key(name), tensor.shape())));
          takeBuffers(state);
          children().forEach(child -> child.load(state));
        });
  }

  /// Takes over the buffers and counters of a state, key by key; parameters stay as they are.
  ///
  /// @throws IllegalArgumentException if a key is missing or its shape differs
  public final void loadBuffers(StateDict state) {
    GradMode.NO_GRAD.run(
        () -> {
          takeBuffers(state);
          children().forEach(child -> child.loadBuffers(state));
        });
  }

  /// Gives back the memory of parameters and buffers.
  @Override
  public void close() {
    parameters.values().forEach(Tensor::close);
    buffers.values().forEach(Tensor::close);
    children().forEach(Layer::close);
  }

  /// Adds what the state has besides parameters and buffers.
  protected void collectCounters(SequencedMap<String, StateDict.Entry> entries) {}

  /// Takes over what [#collectCounters] adds.
  protected void loadCounters(StateDict state) {}

  protected final Tensor addParameter(String name, Tensor parameter) {
    parameters.put(name, parameter);
    return parameter;
  }

  protected final Tensor addParameter(
      String name, InitialValues initial, Shape shape, double bound) {
    return addParameter(name, Tensor.parameter(shape, initial.of(key(name), shape, bound)));
  }

  protected final Tensor addBuffer(String name, Tensor buffer) {
    buffers.put(name, buffer);
    return buffer;
  }

  protected final String key(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void takeBuffers(StateDict state) {
    buffers.forEach((name, tensor) -> tensor.set(state.floats(key(name), tensor.shape())));
    loadCounters(state);
  }

  private void collectState(SequencedMap<String, StateDict.Entry> entries) {
    parameters.forEach((name, tensor) -> entries.put(key(name), floats(tensor)));
    buffers.forEach((name, tensor) -> entries.put(key(name), floats(tensor)));
    collectCounters(entries);
    children().forEach(child -> child.collectState(entries));
  }

  private void collectBuffers(SequencedMap<String, StateDict.Entry> entries) {
    buffers.forEach((name, tensor) -> entries.put(key(name), floats(tensor)));
    collectCounters(entries);
    children().forEach(child -> child.collectBuffers(entries));
  }

  private static StateDict.Entry floats(Tensor tensor) {
    return new StateDict.Floats(tensor.shape(), tensor.values());
  }
}
