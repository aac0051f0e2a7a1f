package org.modescope.files.pytorch.importing;

import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InvalidValueException;
import org.modescope.files.pytorch.importing.Frame.Place;
import org.modescope.files.pytorch.source.PrintedModule;
import org.modescope.files.pytorch.source.PrintedParser;
import org.modescope.files.pytorch.source.PythonParser;
import org.modescope.files.pytorch.source.SourceLimits;
import org.modescope.words.Phrase;

/// Reads PyTorch source as an experiment: the net that it makes, and what it does with it.
public final class PyTorchImport {
  private PyTorchImport() {}

  /// Reads a source. Whatever it is, something is said about it.
  ///
  /// @param source Python, or what `print(model)` prints
  /// @param input the input's shape, where another one than the source's is wanted
  public static Imported read(String source, Optional<Shape> input) {
    Session session = new Session(input);
    if (source.length() > SourceLimits.CHARACTERS) {
      session.problem(
          1,
          Phrase.of("import.problem.too-long", "most", SourceLimits.CHARACTERS),
          Phrase.of("import.understood.python"));
      return result(session, Optional.empty());
    }
    try {
      return result(session, read(source, session));
    } catch (TooMuchException tooMuch) {
      tooMuch(session, tooMuch.line());
    } catch (InvalidValueException impossible) {
      session.problem(
          Math.max(1, session.budget().line()),
          Phrase.verbatim(String.valueOf(impossible.getMessage())),
          Phrase.of("import.understood.nets"));
    } catch (StackOverflowError tooDeep) {
      tooMuch(session, Math.max(1, session.budget().line()));
    }
    return result(session, Optional.empty());
  }

  private static void tooMuch(Session session, int line) {
    session.problem(
        Math.max(1, line),
        Phrase.of("import.problem.too-much"),
        Phrase.of("import.understood.python"));
  }

  private static Optional<Experiment> read(String source, Session session) {
    Optional<PrintedModule> printed = PrintedParser.parse(source);
    if (printed.isPresent()) {
      return new Outcome(session, List.of()).of(new PrintedNet(session).net(printed.get()));
    }
    PythonParser.Source read = PythonParser.parse(source);
    Interpreter interpreter = new Interpreter(session);
    Frame script = new Frame(new Scope(null), Place.SCRIPT, null);
    interpreter.follow(read.statements(), script);
    return new Outcome(session, read.comments()).of(interpreter.evaluator().calls(), script);
  }

  private static Imported result(Session session, Optional<Experiment> experiment) {
    if (experiment.isEmpty()
        && session.remarks().stream().noneMatch(Remark.NotUnderstood.class::isInstance)) {
      session.problem(1, Phrase.of("import.problem.no-net"), Phrase.of("import.understood.nets"));
    }
    return new Imported(experiment, Remark.sorted(session.remarks()));
  }
}
