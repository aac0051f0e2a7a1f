package org.modescope.files.pytorch.importing;

import java.util.Comparator;
import java.util.List;
import org.modescope.files.pytorch.source.Lines;
import org.modescope.words.Phrase;
import org.modescope.words.Text;

/// What became of lines of a source.
public sealed interface Remark {
  /// Which lines; the first one for what is about none.
  Lines lines();

  /// Something was taken from a line: a layer, the seed, the mode.
  record Taken(Lines lines, Phrase what) implements Remark {}

  /// A line says nothing about the experiment, or something that it cannot hold.
  record PassedOver(Lines lines, Phrase why) implements Remark {}

  /// A line is not understood.
  ///
  /// @param problem what stands there
  /// @param understood what would be
  record NotUnderstood(Lines lines, Phrase problem, Phrase understood) implements Remark {
    /// What stands there, as a sentence.
    public String sentence(Text text) {
      String told = problem.in(text).strip();
      return told.endsWith(".") || told.endsWith("?") ? told : told + ".";
    }
  }

  /// A line is left out together with one that is not understood.
  record GoesWith(Lines lines, int cause) implements Remark {}

  /// Something that the source does not say was assumed, or something is other than there.
  record Assumed(Lines lines, Phrase what) implements Remark {}

  /// The order in which remarks are told.
  static List<Remark> sorted(List<Remark> remarks) {
    return remarks.stream()
        .distinct()
        .sorted(Comparator.comparingInt(remark -> remark.lines().first()))
        .toList();
  }
}
