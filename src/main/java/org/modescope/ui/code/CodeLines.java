package org.modescope.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.modescope.autograd.GradMode;
import org.modescope.files.pytorch.PyTorchScript;
import org.modescope.files.pytorch.PythonSyntax;
import org.modescope.files.pytorch.PythonSyntax.Token;
import org.modescope.files.pytorch.Span;
import org.modescope.files.pytorch.Subject;
import org.modescope.nn.Mode;
import org.modescope.ui.code.CodeLine.Tint;
import org.modescope.ui.workbench.Focus.Setting;

/// Cuts a script into the lines that the panel shows.
final class CodeLines {
  private CodeLines() {}

  static List<CodeLine> of(PyTorchScript script) {
    List<List<Token>> lines = PythonSyntax.lines(script.text());
    List<CodeLine> shown = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      List<Subject> subjects = subjects(script, index);
      shown.add(
          new CodeLine(lines.get(index), tint(subjects), layers(subjects), settings(subjects)));
    }
    return shown;
  }

  private static List<Subject> subjects(PyTorchScript script, int line) {
    return script.spans().stream()
        .filter(span -> span.firstLine() <= line && line <= span.lastLine())
        .map(Span::subject)
        .toList();
  }

  private static Tint tint(List<Subject> subjects) {
    return subjects.stream()
        .map(CodeLines::tint)
        .filter(each -> each != Tint.NONE)
        .findFirst()
        .orElse(Tint.NONE);
  }

  private static Tint tint(Subject subject) {
    return switch (subject) {
      case Subject.OfMode(Mode mode) -> mode == Mode.TRAIN ? Tint.TRAIN : Tint.EVAL;
      case Subject.OfGrad(GradMode mode) -> mode == GradMode.GRAD ? Tint.GRAD : Tint.QUIET;
      case Subject.OfFreezing _ -> Tint.QUIET;
      case Subject.OfLayer _, Subject.OfInput _, Subject.OfPasses _ -> Tint.NONE;
    };
  }

  private static Set<Setting> settings(List<Subject> subjects) {
    return subjects.stream()
        .flatMap(
            subject ->
                switch (subject) {
                  case Subject.OfMode _ -> Stream.of(Setting.MODE);
                  case Subject.OfGrad _ -> Stream.of(Setting.GRAD);
                  case Subject.OfInput _ -> Stream.of(Setting.INPUT);
                  case Subject.OfPasses _ -> Stream.of(Setting.PASSES);
                  case Subject.OfLayer _, Subject.OfFreezing _ -> Stream.<Setting>of();
                })
        .collect(Collectors.toUnmodifiableSet());
  }

  private static List<String> layers(List<Subject> subjects) {
    return subjects.stream()
        .flatMap(
            subject ->
                subject instanceof Subject.OfLayer(String path) ? Stream.of(path) : Stream.of())
        .toList();
  }
}
