package org.modescope.cli.result;

import java.util.ArrayList;
import java.util.List;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.PlacedLayer;
import org.modescope.experiment.ShapeCheck;

/// The layers of a net whose shapes fit, each with what comes out of it.
///
/// @param input the shape that goes in
/// @param entries in order
/// @param trainable how many numbers are learned by layers that are not frozen
public record LayerList(Shape input, List<Entry> entries, long trainable) {

  /// A layer.
  ///
  /// @param path what its state's keys begin with
  /// @param output the shape that comes out of it
  /// @param inside the layers that it holds
  public record Entry(String path, LayerSpec layer, Shape output, List<Entry> inside) {
    /// How many numbers it learns, those of the layers inside included.
    public long parameters() {
      return ShapeCheck.parameters(layer);
    }
  }

  /// The layers of an experiment.
  public static LayerList of(Experiment experiment) {
    Shape input = experiment.input().shape();
    long trainable =
        PlacedLayer.of(experiment).stream()
            .filter(PlacedLayer::isTrainable)
            .mapToLong(layer -> ShapeCheck.parameters(layer.spec()))
            .sum();
    return new LayerList(input, entries(experiment.network(), "", input), trainable);
  }

  /// How many numbers the net learns or could learn.
  public long parameters() {
    return entries.stream().mapToLong(Entry::parameters).sum();
  }

  private static List<Entry> entries(List<LayerSpec> layers, String prefix, Shape input) {
    List<Shape> outputs = ShapeCheck.of(layers, input).outputs();
    List<Entry> entries = new ArrayList<>();
    Shape given = input;
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      String path = prefix + layer.name();
      entries.add(new Entry(path, layer, outputs.get(i), inside(layer, path + ".", given)));
      given = outputs.get(i);
    }
    return entries;
  }

  private static List<Entry> inside(LayerSpec layer, String prefix, Shape input) {
    return layer.ways().stream().flatMap(way -> entries(way, prefix, input).stream()).toList();
  }
}
