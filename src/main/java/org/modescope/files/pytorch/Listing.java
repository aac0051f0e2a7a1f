package org.modescope.files.pytorch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Lines of code as they are written down, one after another, with what they are about.
final class Listing {
  private static final String INDENT = "    ";

  private final List<String> lines = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();

  /// Adds a line.
  ///
  /// @param depth how many levels it is indented
  void line(int depth, String text, Subject... subjects) {
    line(depth, text, List.of(subjects));
  }

  void line(int depth, String text, Collection<? extends Subject> subjects) {
    int number = lines.size();
    lines.add(INDENT.repeat(depth) + text);
    subjects.forEach(subject -> mark(subject, number));
  }

  void blank() {
    lines.add("");
  }

  /// Two blank lines, as before and after a class.
  void gap() {
    blank();
    blank();
  }

  /// Adds code that stands at the left margin.
  void code(String code) {
    lines.addAll(code.lines().toList());
  }

  /// Whether a line would be within the usual width.
  static boolean fits(int depth, String text) {
    return depth * INDENT.length() + text.length() <= 88;
  }

  PyTorchScript script() {
    return new PyTorchScript(String.join("\n", lines) + "\n", spans);
  }

  /// A span that ends just before goes on; otherwise another begins.
  private void mark(Subject subject, int line) {
    for (int i = spans.size() - 1; i >= 0; i--) {
      Span span = spans.get(i);
      if (span.subject().equals(subject) && span.lastLine() >= line - 1) {
        spans.set(i, new Span(subject, span.firstLine(), line));
        return;
      }
    }
    spans.add(new Span(subject, line, line));
  }
}
