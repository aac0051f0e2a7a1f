package org.modescope.lesson;

import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.lesson.condition.Expression;

/// A piece of a lesson.
public sealed interface Part {
  /// Where it begins in the lesson's file, from 1.
  int line();

  /// Something to read.
  record Prose(int line, Block block) implements Part {}

  /// A question, and the run that answers it.
  ///
  /// @param ask the question
  /// @param run what runs once the prediction is locked in
  /// @param points what the question talks about, numbered in this order
  /// @param veils charts that would give the answer away
  /// @param answer how it is answered
  record Question(
      int line, String ask, Setup run, List<Spot> points, List<Spot> veils, Answer answer)
      implements Part {
    public Question {
      points = List.copyOf(points);
      veils = List.copyOf(veils);
    }
  }

  /// Another setting of the bench, to be run at once if the lesson says so.
  record Change(int line, Setup setup, boolean isRun) implements Part {}

  /// What must be so for the prose around it to be true.
  record Claim(int line, List<Statement> statements) implements Part {
    public Claim {
      statements = List.copyOf(statements);
    }
  }

  /// Lines of PyTorch to remember.
  record Remember(int line, String code) implements Part {}

  /// A condition as it is written.
  record Statement(int line, String source, Expression condition) {}

  /// What the bench is set to.
  ///
  /// @param experiment everything that runs
  /// @param isAnew whether it begins with the net as built; else it goes on from where the lesson
  ///   stands
  record Setup(Experiment experiment, boolean isAnew) {}
}
