package org.modescope.cli.result;

import java.io.IOException;
import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.measure.PassDetail;
import org.modescope.nn.StateDict;

/// All results of a run that were asked for; each hears everything.
public record RunOutputs(List<RunOutput> outputs) implements RunOutput {

  @Override
  public int detailedPasses() {
    return outputs.stream().mapToInt(RunOutput::detailedPasses).max().orElse(0);
  }

  @Override
  public boolean wantsFactors() {
    return outputs.stream().anyMatch(RunOutput::wantsFactors);
  }

  @Override
  public void detailed(PassDetail pass) {
    outputs.forEach(output -> output.detailed(pass));
  }

  @Override
  public void output(int pass, Shape shape, float[] values) {
    outputs.forEach(output -> output.output(pass, shape, values));
  }

  @Override
  public void batch(int pass, Shape shape, float[] values) {
    outputs.forEach(output -> output.batch(pass, shape, values));
  }

  @Override
  public void drew(String layer, int pass, Shape shape, float[] factor) {
    outputs.forEach(output -> output.drew(layer, pass, shape, factor));
  }

  @Override
  public void gradients(StateDict gradients) {
    outputs.forEach(output -> output.gradients(gradients));
  }

  @Override
  public void addTo(Delivery delivery, RunResult result) throws IOException {
    for (RunOutput output : outputs) {
      output.addTo(delivery, result);
    }
  }

  @Override
  public void close() throws IOException {
    Closing.all(outputs);
  }
}
