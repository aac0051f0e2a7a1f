package org.modescope.files.graph;

/// A place in a drawing that can be pointed at.
///
/// @param id its name, the same in every drawing of the same graph
/// @param target what is there
/// @param spoken what is there, in a sentence
public record Spot(
    String id, Target target, String spoken, double x, double y, double width, double height) {

  /// What a spot leads to.
  public sealed interface Target {}

  /// The head of a column, by the path of its layer or block.
  public record Column(String path) implements Target {}

  /// A node, by its place in the graph.
  public record Operation(int node) implements Target {}

  /// A storage that the pass keeps.
  public record Stored(int storage) implements Target {}

  /// Something that is there anyway, by its name.
  public record Anyway(String name) implements Target {}
}
