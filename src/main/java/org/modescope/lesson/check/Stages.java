package org.modescope.lesson.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.experiment.Experiment;
import org.modescope.lesson.Lesson;
import org.modescope.lesson.Part;
import org.modescope.lesson.Part.Question;
import org.modescope.lesson.Part.Setup;
import org.modescope.run.ReplayJob;

/// A lesson cut at its runs.
///
/// @param opening what stands before the first run
/// @param stages its runs in order, each with what follows it
public record Stages(List<Part> opening, List<Stage> stages) {
  public Stages {
    opening = List.copyOf(opening);
    stages = List.copyOf(stages);
  }

  /// The stages of a lesson.
  public static Stages of(Lesson lesson) {
    Cutter cutter = new Cutter();
    lesson.parts().forEach(cutter::add);
    return cutter.cut();
  }

  /// Where to begin in order to go on from a run: with that, or with the earlier one that it or one
  /// after it looks back to, as `before.NAME` does.
  public int from(int stage) {
    int first = stage;
    for (int i = stage; i < stages.size(); i++) {
      first = Math.min(first, i - LessonMeasures.looksBack(StageNames.of(stages.get(i))));
    }
    return first < stage ? from(Math.max(0, first)) : stage;
  }

  /// Goes through the parts, and keeps count of what the bench has run by then.
  private static final class Cutter {
    private final List<Part> opening = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private final List<Experiment> made = new ArrayList<>();
    private List<Part> following = opening;

    void add(Part part) {
      switch (part) {
        case Question question -> begin(Optional.of(question), question.run());
        case Part.Change(int _, Setup setup, boolean isRun) -> {
          if (isRun) {
            begin(Optional.empty(), setup);
          } else if (setup.isAnew()) {
            made.clear();
          }
        }
        case Part.Prose prose -> following.add(prose);
        case Part.Claim claim -> following.add(claim);
        case Part.Remember remember -> following.add(remember);
      }
    }

    private void begin(Optional<Question> question, Setup setup) {
      if (setup.isAnew()) {
        made.clear();
      }
      close();
      following = new ArrayList<>();
      stages.add(new Stage(question, new ReplayJob(made, setup.experiment()), List.of()));
      made.add(setup.experiment());
    }

    /// Gives the last stage the parts that turned out to follow it.
    private void close() {
      if (!stages.isEmpty()) {
        Stage last = stages.removeLast();
        stages.add(new Stage(last.question(), last.job(), following));
      }
    }

    Stages cut() {
      close();
      return new Stages(opening, stages);
    }
  }
}
