package org.modescope.ui.glossary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.modescope.autograd.SavedKind;
import org.modescope.measure.GraphMemory;
import org.modescope.measure.GraphMemory.Saved;
import org.modescope.ui.glossary.TermFigure.Bytes;
import org.modescope.ui.glossary.TermFigure.Piece;
import org.modescope.words.Text;

/// The bytes of a graph by each of the three counts: what is counted, and what is there besides.
record ByteFigures(Text text) {
  private static final List<SavedKind> THERE_ANYWAY = List.of(SavedKind.INPUT, SavedKind.REFERENCE);

  /// Of a graph that was not recorded, what one with grad on would have kept, and that nothing of
  /// it counts.
  Optional<TermFigure> of(String count, GraphMemory memory) {
    if (memory.recorded()) {
      return Optional.of(drawn(count, memory, true));
    }
    return memory.ifRecorded().map(other -> drawn(count, other, false));
  }

  private TermFigure drawn(String count, GraphMemory memory, boolean recorded) {
    List<Saved> saved = memory.nodes().stream().flatMap(node -> node.saved().stream()).toList();
    long counted =
        switch (count) {
          case "packed-bytes" -> memory.packedBytes();
          case "unique-bytes" -> memory.uniqueBytes();
          default -> memory.extraBytes();
        };
    List<Piece> pieces = new ArrayList<>(pieces(saved, each -> counts(count, each), recorded));
    pieces.addAll(pieces(saved, each -> !counts(count, each), false));
    String caption =
        text.say(
            "glossary.figure." + count.replace("-bytes", ""),
            "bytes",
            text.numbers().bytes(recorded ? counted : 0));
    return new Bytes(pieces, caption, recorded ? asides(count, saved) : withGrad(counted));
  }

  private static boolean counts(String count, Saved saved) {
    return switch (count) {
      case "packed-bytes" -> true;
      case "unique-bytes" -> !saved.alias();
      default -> !saved.alias() && !THERE_ANYWAY.contains(saved.kind());
    };
  }

  private static List<Piece> pieces(List<Saved> saved, Predicate<Saved> wanted, boolean isCounted) {
    return Arrays.stream(SavedKind.values())
        .sorted((one, other) -> Boolean.compare(isAnyway(one), isAnyway(other)))
        .map(
            kind -> new Piece(kind, sum(saved, wanted.and(each -> each.kind() == kind)), isCounted))
        .filter(piece -> piece.bytes() > 0)
        .toList();
  }

  private static boolean isAnyway(SavedKind kind) {
    return THERE_ANYWAY.contains(kind);
  }

  private List<String> asides(String count, List<Saved> saved) {
    List<String> told = new ArrayList<>();
    if (count.equals("extra-bytes")) {
      tell(told, "glossary.figure.input", sum(saved, unique(SavedKind.INPUT)));
      tell(told, "glossary.figure.reference", sum(saved, unique(SavedKind.REFERENCE)));
    }
    if (!count.equals("packed-bytes")) {
      tell(told, "glossary.figure.counted-twice", sum(saved, Saved::alias));
    }
    return told;
  }

  private static Predicate<Saved> unique(SavedKind kind) {
    return each -> each.kind() == kind && !each.alias();
  }

  private List<String> withGrad(long bytes) {
    List<String> told = new ArrayList<>();
    tell(told, "glossary.figure.with-grad", bytes);
    return told;
  }

  private void tell(List<String> told, String key, long bytes) {
    if (bytes > 0) {
      told.add(text.say(key, "bytes", text.numbers().bytes(bytes)));
    }
  }

  private static long sum(List<Saved> saved, Predicate<Saved> wanted) {
    return saved.stream().filter(wanted).mapToLong(Saved::bytes).sum();
  }
}
