package org.modescope.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Asleep;
import org.modescope.experiment.Companies;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.ShapeCheck;
import org.modescope.measure.Mates;
import org.modescope.measure.Mates.Asked;
import org.modescope.measure.Mates.Changed;
import org.modescope.measure.Mates.Pair;
import org.modescope.measure.Mates.Size;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.Refusals;
import org.modescope.measure.RowAnswers;
import org.modescope.nn.Mode;
import org.modescope.nn.PassRefusedException;

/// Measures one row in changing company, in both modes on a net each, with random layers asleep.
public final class MatesRun {
  private final Experiment asleep;
  private final Asked asked;
  private final Companies companies;
  private final RowNet train;
  private final RowNet eval;
  private final CompanySizes sizes;
  private final CompanyAnswers answers;
  private final MatesDraft draft;
  private final Consumer<Mates> tell;
  private final BooleanSupplier stopped;
  private final Pace pace = new Pace();
  private int row;

  private MatesRun(
      Experiment experiment,
      Asked asked,
      Companies companies,
      RowNet train,
      RowNet eval,
      Consumer<Mates> tell,
      BooleanSupplier stopped) {
    this.asleep = Asleep.of(experiment);
    this.asked = asked;
    this.companies = companies;
    this.train = train;
    this.eval = eval;
    this.sizes = new CompanySizes(asleep, companies, asked.rows(), asked.companies());
    this.answers = new CompanyAnswers(companies, asked, sizes, stopped);
    this.draft = new MatesDraft(experiment, asked, sizes.all().size());
    this.tell = tell;
    this.stopped = stopped;
  }

  /// Measures from the state that the experiment is built with, on the caller's thread.
  ///
  /// @param tell hears several times how far it is
  /// @throws org.modescope.experiment.TooLargeException if a company would not fit into memory
  /// @throws PassRefusedException if a layer refuses its arguments
  public static Mates measure(
      Experiment experiment, Asked asked, Consumer<Mates> tell, BooleanSupplier stopped) {
    return measure(experiment, asked, LiveNet::fresh, tell, stopped);
  }

  /// @param nets makes a net in the state that every company meets
  static Mates measure(
      Experiment experiment,
      Asked asked,
      Function<Experiment, LiveNet> nets,
      Consumer<Mates> tell,
      BooleanSupplier stopped) {
    Experiment asleep = Asleep.of(experiment);
    ShapeCheck.checkSize(asleep, experiment.input().shape().with(0, asked.rows()));
    LiveNet trained = nets.apply(asleep.withMode(Mode.TRAIN));
    try (RowNet train = new RowNet(trained);
        RowNet eval = new RowNet(nets.apply(asleep.withMode(Mode.EVAL)))) {
      Companies companies = Companies.of(experiment.input(), trained.afterParameters());
      return new MatesRun(experiment, asked, companies, train, eval, tell, stopped).measured();
    }
  }

  private Mates measured() {
    pin(new RowChoice(asked.row().orElse(0), 0), Optional.empty());
    try {
      measureTrain();
    } catch (PassRefusedException refused) {
      draft.refused(Refusals.explain(refused, asleep));
    }
    measureEval();
    measureChange();
    measureSizes();
    return draft.seen(status());
  }

  private void measureTrain() {
    RowChoice choice =
        asked.row().isPresent()
            ? new RowChoice(row, 0)
            : RowChoice.of(companies, asked.rows(), train, sizes.work(asked.rows()), stopped);
    pin(choice, Optional.empty());
    answers.of(train, row, asked.rows(), Optional.empty(), this::answeredInTrain);
    if (asked.rows() == 2) {
      Shape two = companies.shape(2);
      pin(choice, Coupling.of(asleep, train, two, answers.latest(row)));
    }
  }

  /// A slow net shows its answers one by one.
  private void answeredInTrain(RowAnswers sofar) {
    draft.train(sofar);
    if (pace.isDue()) {
      tell.accept(draft.seen(Status.RUNNING));
    }
  }

  private Status status() {
    if (stopped.getAsBoolean()) {
      return Status.STOPPED;
    }
    return draft.refusal().isPresent() ? Status.REFUSED : Status.FINISHED;
  }

  private void pin(RowChoice choice, Optional<Pair> coupling) {
    row = choice.row();
    draft.focus(choice, companies.shape(asked.rows()), answers.latest(row), coupling);
  }

  private void measureEval() {
    try {
      RowAnswers given = answers.of(eval, row, asked.rows(), Optional.empty(), _ -> {});
      if (given.companies() > 0) {
        draft.eval(given);
      }
    } catch (PassRefusedException refused) {
      draft.refused(Refusals.explain(refused, asleep));
    }
    tell.accept(draft.seen(Status.RUNNING));
  }

  private void measureChange() {
    if (asked.change().isPresent() && asked.rows() > 1 && draft.refusal().isEmpty()) {
      RowAnswers inTrain = answers.of(train, row, asked.rows(), asked.change(), _ -> {});
      RowAnswers inEval = answers.of(eval, row, asked.rows(), asked.change(), _ -> {});
      if (!stopped.getAsBoolean()) {
        draft.changed(new Changed(inTrain, inEval));
      }
      tell.accept(draft.seen(Status.RUNNING));
    }
  }

  private void measureSizes() {
    for (int rows : sizes.all()) {
      if (stopped.getAsBoolean()) {
        return;
      }
      if (sizes.isTooMuch(rows)) {
        draft.left(rows);
      } else {
        Size measured = size(rows);
        // Of a size that was stopped in, too few companies are known to say how much it moves.
        if (!stopped.getAsBoolean()) {
          draft.size(measured);
          tell.accept(draft.seen(Status.RUNNING));
        }
      }
    }
  }

  private Size size(int rows) {
    boolean isKnown = rows == asked.rows();
    Side inTrain = side(train, rows, isKnown ? draft.train() : Optional.empty());
    Side inEval = side(eval, rows, isKnown ? draft.eval() : Optional.empty());
    return new Size(rows, inTrain.moves(), inEval.moves(), inTrain.refused().or(inEval::refused));
  }

  /// How much one mode's answers move, or why there are none.
  private record Side(Optional<double[]> moves, Optional<String> refused) {}

  private Side side(RowNet net, int rows, Optional<RowAnswers> known) {
    try {
      RowAnswers given =
          known.orElseGet(() -> answers.of(net, row, rows, Optional.empty(), _ -> {}));
      return new Side(Optional.of(given.deviation()), Optional.empty());
    } catch (PassRefusedException refused) {
      return new Side(Optional.empty(), Optional.of(Refusals.explain(refused, asleep).message()));
    }
  }
}
