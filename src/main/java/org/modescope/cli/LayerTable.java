package org.modescope.cli;

import java.io.PrintStream;
import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.ShapeCheck;

/// A net's layers with their output shapes and parameter counts.
record LayerTable(Experiment experiment) {

  void print(PrintStream out) {
    TextTable table =
        new TextTable(
            TextTable.Column.words("layer"),
            TextTable.Column.words("type"),
            TextTable.Column.words("output"),
            TextTable.Column.numbers("parameters"));
    table.add("input", "", experiment.input().shape().toString(), "");
    List<Shape> outputs = ShapeCheck.of(experiment).outputs();
    long all = 0;
    for (int i = 0; i < experiment.network().size(); i++) {
      LayerSpec layer = experiment.network().get(i);
      long parameters = ShapeCheck.parameters(layer);
      all += parameters;
      table.add(
          layer.name(),
          layer.type().torchName(),
          outputs.get(i).toString(),
          "%,d".formatted(parameters));
    }
    long trainable =
        PlacedLayer.of(experiment).stream()
            .filter(PlacedLayer::isTrainable)
            .mapToLong(layer -> ShapeCheck.parameters(layer.spec()))
            .sum();
    table.print(out);
    out.println();
    out.println("%,d parameters, %,d of them trainable".formatted(all, trainable));
  }
}
