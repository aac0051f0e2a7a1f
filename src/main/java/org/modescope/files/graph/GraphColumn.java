package org.modescope.files.graph;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.AutogradGraph.Counting;
import org.modescope.measure.AutogradGraph.Leaf;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.AutogradGraph.Saved;

/// A layer's place in the picture, or a closed block's.
///
/// @param path of the layer or block
/// @param type PyTorch's name of its type
/// @param rank how many columns lie before it on the longest way
/// @param lane 0 for the main way, more for ways around it
/// @param form how it is drawn
/// @param operations its nodes, the one nearest to the output first
/// @param leaves what is there anyway
public record GraphColumn(
    String path,
    String type,
    int rank,
    int lane,
    Form form,
    List<Node> operations,
    List<Leaf> leaves) {

  /// How a column is drawn.
  public enum Form {
    /// A layer, with all it keeps.
    OPEN,
    /// A layer, narrow.
    CLOSED,
    /// A block of layers, as one.
    BLOCK
  }

  public GraphColumn {
    operations = List.copyOf(operations);
    leaves = List.copyOf(leaves);
  }

  /// Whether that is the same column. No other has its place, and what columns hold would take long
  /// to compare.
  boolean isAt(GraphColumn other) {
    return rank == other.rank && lane == other.lane;
  }

  boolean isOpen() {
    return form == Form.OPEN;
  }

  boolean isBlock() {
    return form == Form.BLOCK;
  }

  /// The bytes that its nodes keep, by kind.
  public Map<SavedKind, Long> bytes(Counting counting) {
    Map<SavedKind, Long> bytes = new EnumMap<>(SavedKind.class);
    for (Node node : operations) {
      for (Saved saved : node.saved()) {
        long counted = saved.counted(counting);
        if (counted > 0) {
          bytes.merge(saved.kind(), counted, Long::sum);
        }
      }
    }
    return bytes;
  }

  /// The bytes that its nodes keep.
  public long total(Counting counting) {
    return bytes(counting).values().stream().mapToLong(Long::longValue).sum();
  }
}
