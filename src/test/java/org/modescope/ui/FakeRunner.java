package org.modescope.ui;

import java.util.ArrayList;
import java.util.List;
import org.modescope.measure.Snapshot;
import org.modescope.run.CellsJob;
import org.modescope.run.GraphJob;
import org.modescope.run.Job;
import org.modescope.run.Lane;
import org.modescope.run.LessonTrainingJob;
import org.modescope.run.Mailbox;
import org.modescope.run.MatesJob;
import org.modescope.run.OpenJob;
import org.modescope.run.PassesJob;
import org.modescope.run.ReplayJob;
import org.modescope.run.RewindJob;
import org.modescope.run.StartJob;
import org.modescope.run.StudyJob;
import org.modescope.run.TraceJob;
import org.modescope.run.TrainingJob;
import org.modescope.ui.workbench.RunControl;

/// A runner that only remembers what it was asked.
public final class FakeRunner implements RunControl {
  private final List<String> asked = new ArrayList<>();

  @Override
  public <S extends Snapshot> void submit(Job<S> job) {
    asked.add(
        switch (job) {
          case PassesJob(_, int passes) -> "run " + passes;
          case ReplayJob(var before, var experiment) ->
              "replay " + before.size() + ", run " + experiment.passes();
          case RewindJob _ -> "rewind";
          case OpenJob _ -> "open";
          case CellsJob _ -> "cells";
          case MatesJob _ -> "mates";
          case GraphJob _ -> "graph";
          case StartJob _ -> "start";
          case StudyJob<?> _ -> "study";
          case TrainingJob _ -> "train";
          case LessonTrainingJob _ -> "train for a lesson";
          case TraceJob(_, String layer, int pass, _) -> "trace " + layer + " " + pass;
        });
  }

  @Override
  public void stop(Lane<?> lane) {
    asked.add("stop");
  }

  @Override
  public <S extends Snapshot> Mailbox<S> mailbox(Lane<S> lane) {
    return new Mailbox<>();
  }

  /// Everything asked so far, in order.
  public List<String> asked() {
    return List.copyOf(asked);
  }
}
