package org.modescope.ui.paste;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.modescope.files.pytorch.importing.Imported;
import org.modescope.files.pytorch.importing.Remark;
import org.modescope.files.pytorch.source.Lines;

/// Leaves lines out of code: they become comments, so that nothing that was typed is lost.
final class LeftOut {
  private final String[] lines;

  private LeftOut(String[] lines) {
    this.lines = lines;
  }

  /// The code without a line that is not understood and those that go with it.
  static String of(String code, int problem, Imported imported) {
    LeftOut leftOut = new LeftOut(code.split("\n", -1));
    SortedSet<Integer> out = new TreeSet<>();
    out.add(problem);
    for (Remark remark : imported.remarks()) {
      if (remark instanceof Remark.GoesWith(Lines with, int cause) && cause == problem) {
        out.add(with.first());
      }
    }
    out.forEach(leftOut::comment);
    return String.join("\n", leftOut.lines);
  }

  /// A statement that goes over lines becomes a comment as a whole; a line within brackets alone
  /// does, as far as its own are closed.
  private void comment(int first) {
    int open = 0;
    for (int line = first; line <= lines.length; line++) {
      String code = lines[line - 1];
      open += open(code);
      int indent = code.length() - code.stripLeading().length();
      String pass = line == first && isAlone(first, indent) ? "pass  " : "";
      lines[line - 1] = code.substring(0, indent) + pass + "# " + code.substring(indent);
      if (open <= 0) {
        return;
      }
    }
  }

  /// Whether a line is all that stands in a block, which must not be empty.
  private boolean isAlone(int line, int indent) {
    boolean isFirst = line >= 2 && lines[line - 2].stripTrailing().endsWith(":");
    return isFirst
        && Arrays.stream(lines, line, lines.length)
            .filter(next -> !next.isBlank())
            .findFirst()
            .map(next -> next.length() - next.stripLeading().length() < indent)
            .orElse(true);
  }

  private static int open(String code) {
    int open = 0;
    for (int i = 0; i < code.length() && code.charAt(i) != '#'; i++) {
      char c = code.charAt(i);
      if ("([{".indexOf(c) >= 0) {
        open++;
      } else if (")]}".indexOf(c) >= 0) {
        open--;
      }
    }
    return open;
  }
}
