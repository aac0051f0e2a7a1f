package org.modescope.cli.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.files.SafetensorsWriter;
import org.modescope.nn.StateDict;
import org.modescope.run.DirectRun;

/// `run --dump`: safetensors files from which every output can be computed again.
///
/// `state_before` and `state_after` hold parameters and buffers, `input` the tensor `x` (where each
/// pass gets a batch of its own, `x` is the first, and `x.0`, `x.1`, … are all), `outputs` `y.0`,
/// `y.1`, …, `masks` per random layer and pass the factor by which its input was multiplied, such
/// as `dropout.0`; with backward, `gradients` those of the last pass.
public final class TensorDump implements RunOutput {
  /// All files that it may write.
  public static final List<String> FILES =
      TensorFolder.names("state_before", "state_after", "input", "outputs", "masks", "gradients");

  private final TensorFolder folder;
  private final SafetensorsWriter inputs;
  private final SafetensorsWriter outputs;
  private final SafetensorsWriter masks;

  private TensorDump(TensorFolder folder, SafetensorsWriter inputs) throws IOException {
    this.folder = folder;
    this.inputs = inputs;
    outputs = folder.file("outputs");
    masks = folder.file("masks");
  }

  /// @param run before its first pass
  public static TensorDump begin(Path folder, Experiment experiment, DirectRun run)
      throws IOException {
    TensorFolder files = new TensorFolder(folder);
    try {
      files.add("state_before", run.state());
      SafetensorsWriter inputs = files.file("input");
      inputs.add("x", experiment.input().shape(), run.inputValues());
      return new TensorDump(files, inputs);
    } catch (IOException | RuntimeException unopened) {
      files.close();
      throw unopened;
    }
  }

  @Override
  public boolean wantsFactors() {
    return true;
  }

  @Override
  public void output(int pass, Shape shape, float[] values) {
    try {
      outputs.add("y." + pass, shape, values);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void batch(int pass, Shape shape, float[] values) {
    try {
      inputs.add("x." + pass, shape, values);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void drew(String layer, int pass, Shape shape, float[] factor) {
    try {
      masks.add(layer + "." + pass, shape, factor);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void gradients(StateDict gradients) {
    try {
      folder.add("gradients", gradients);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public void addTo(Delivery delivery, RunResult result) throws IOException {
    folder.add("state_after", result.state());
    folder.addTo(delivery);
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
