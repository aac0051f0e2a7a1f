package org.modescope.files.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.AutogradGraph.Node;
import org.modescope.measure.AutogradGraph.Saved;

/// Where the storages lie that a pass keeps: each once, in a row of the column that keeps it first.
/// One that the next column keeps as well lies across their border; any other owner has a link to
/// it.
final class Chips {
  private final GraphPlan plan;
  private final List<Chip> chips = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private final List<BitSet> rows = new ArrayList<>();

  /// A storage.
  ///
  /// @param column where it lies
  /// @param across the column that it reaches into
  /// @param row its row in those
  /// @param owners who keeps it, in the order of the columns; at least one
  record Chip(int storage, int column, Optional<Integer> across, int row, List<Owner> owners) {
    Saved first() {
      return owners.getFirst().saved();
    }
  }

  /// A node that keeps a storage.
  record Owner(int column, Node node, Saved saved) {}

  /// A place that leads to where a storage lies.
  record Link(int column, int row, Owner owner, int home) {}

  private Chips(GraphPlan plan) {
    this.plan = plan;
    plan.columns().forEach(_ -> rows.add(new BitSet()));
  }

  static Chips of(GraphPlan plan) {
    Chips chips = new Chips(plan);
    chips.owners().forEach(chips::place);
    return chips;
  }

  List<Chip> chips() {
    return chips;
  }

  List<Link> links() {
    return links;
  }

  /// How many rows a column takes.
  int rows(int column) {
    return rows.get(column).length();
  }

  private SequencedMap<Integer, List<Owner>> owners() {
    SequencedMap<Integer, List<Owner>> owners = new LinkedHashMap<>();
    for (int column = 0; column < plan.columns().size(); column++) {
      // Within a column the node nearest to the output stands first, and keeps last.
      for (Node node : plan.columns().get(column).operations().reversed()) {
        for (Saved saved : node.saved()) {
          if (saved.isExtra()) {
            owners
                .computeIfAbsent(saved.storage(), _ -> new ArrayList<>())
                .add(new Owner(column, node, saved));
          }
        }
      }
    }
    return owners;
  }

  private void place(int storage, List<Owner> owners) {
    int home = owners.getFirst().column();
    if (plan.columns().get(home).isBlock()) {
      linkAll(owners, home, Optional.empty());
      return;
    }
    Optional<Integer> across =
        owners.stream().map(Owner::column).filter(other -> isNext(home, other)).findFirst();
    BitSet taken = (BitSet) rows.get(home).clone();
    across.ifPresent(other -> taken.or(rows.get(other)));
    int row = taken.nextClearBit(0);
    rows.get(home).set(row);
    across.ifPresent(other -> rows.get(other).set(row));
    chips.add(new Chip(storage, home, across, row, owners));
    linkAll(owners, home, across);
  }

  private void linkAll(List<Owner> owners, int home, Optional<Integer> across) {
    TreeSet<Integer> linked = new TreeSet<>();
    for (Owner owner : owners) {
      boolean isElsewhere =
          owner.column() != home && across.filter(other -> other == owner.column()).isEmpty();
      if (isElsewhere
          && !plan.columns().get(owner.column()).isBlock()
          && linked.add(owner.column())) {
        int row = rows.get(owner.column()).nextClearBit(0);
        rows.get(owner.column()).set(row);
        links.add(new Link(owner.column(), row, owner, home));
      }
    }
  }

  private boolean isNext(int home, int other) {
    GraphColumn left = plan.columns().get(home);
    GraphColumn right = plan.columns().get(other);
    return right.rank() == left.rank() + 1 && right.lane() == left.lane() && !right.isBlock();
  }

  /// What a closed block keeps by kind: how many storages, and how many bytes.
  static Map<SavedKind, long[]> summed(GraphColumn block) {
    Map<SavedKind, long[]> sums = new EnumMap<>(SavedKind.class);
    for (Node node : block.operations()) {
      for (Saved saved : node.saved()) {
        if (saved.isExtra() && saved.first()) {
          long[] sum = sums.computeIfAbsent(saved.kind(), _ -> new long[2]);
          sum[0]++;
          sum[1] += saved.bytes();
        }
      }
    }
    return sums;
  }
}
