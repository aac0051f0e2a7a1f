package org.modescope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Asked;
import org.modescope.measure.Mates.Changed;
import org.modescope.measure.Mates.Focus;
import org.modescope.measure.Mates.Size;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusal;
import org.modescope.measure.RowAnswers;

/// What is known of [Mates] so far.
final class MatesDraft {
  private final Experiment experiment;
  private final Asked asked;
  private Optional<Focus> focus = Optional.empty();
  private Optional<RowAnswers> train = Optional.empty();
  private Optional<RowAnswers> eval = Optional.empty();
  private Optional<Changed> changed = Optional.empty();
  private Optional<Refusal> refusal = Optional.empty();
  private final List<Size> sizes = new ArrayList<>();
  private final List<Integer> left = new ArrayList<>();

  private final int sizesAsked;

  /// @param sizesAsked how many sizes there will be
  MatesDraft(Experiment experiment, Asked asked, int sizesAsked) {
    this.experiment = experiment;
    this.asked = asked;
    this.sizesAsked = sizesAsked;
  }

  void focus(RowChoice choice, Shape shape, float[] company, Optional<Mates.Pair> coupling) {
    boolean isChosen = asked.row().isEmpty() && choice.candidates() > 1;
    focus =
        Optional.of(
            new Focus(choice.row(), isChosen, choice.candidates(), shape, company, coupling));
  }

  void train(RowAnswers answers) {
    train = Optional.of(answers);
  }

  Optional<RowAnswers> train() {
    return train;
  }

  void eval(RowAnswers answers) {
    eval = Optional.of(answers);
  }

  Optional<RowAnswers> eval() {
    return eval;
  }

  void changed(Changed answers) {
    changed = Optional.of(answers);
  }

  /// The first refusal stays.
  void refused(Refusal why) {
    refusal = Optional.of(refusal.orElse(why));
  }

  Optional<Refusal> refusal() {
    return refusal;
  }

  void size(Size size) {
    sizes.add(size);
  }

  void left(int rows) {
    left.add(rows);
  }

  Mates seen(Status status) {
    return new Mates(
        experiment,
        asked,
        status,
        focus,
        train,
        eval,
        changed,
        sizes,
        sizesAsked,
        left,
        refusal,
        Optional.empty());
  }
}
