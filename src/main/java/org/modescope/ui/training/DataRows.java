package org.modescope.ui.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InputSpec.Drawn;
import org.modescope.experiment.InputSpec.FromCsv;
import org.modescope.experiment.InputSpec.FromDataSet;
import org.modescope.experiment.InputSpec.FromSafetensors;
import org.modescope.experiment.InputSpec.Values;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.LastBatch;
import org.modescope.experiment.Training.RowOrder;
import org.modescope.experiment.Training.Validation;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.WholeNumber;
import org.modescope.ui.training.SettingRow.Rank;
import org.modescope.words.Text;

/// The lines of the setting that are about data.
final class DataRows {
  private final SettingViewModel setting;
  private final Text text;
  private final ReadOnlyStringWrapper origin = new ReadOnlyStringWrapper("");
  private final EntryViewModel learned;
  private final EntryViewModel heldOut;
  private final EntryViewModel batch;
  private final EntryViewModel accumulate;
  private final BooleanProperty shuffle = new SimpleBooleanProperty();
  private final BooleanProperty dropLast = new SimpleBooleanProperty();
  private boolean isShowing;

  DataRows(SettingViewModel setting, Text text) {
    this.setting = setting;
    this.text = text;
    learned = new EntryViewModel(text.say("training.data.learn"), this::setLearned);
    heldOut = new EntryViewModel(text.say("training.data.validation"), this::setHeldOut);
    batch = new EntryViewModel(text.say("training.data.batch"), this::setBatch);
    accumulate = new EntryViewModel(text.say("training.data.accumulate"), this::setAccumulate);
    shuffle.subscribe(
        (_, on) -> edit(now -> now.withOrder(on ? RowOrder.SHUFFLED : RowOrder.AS_GIVEN)));
    dropLast.subscribe(
        (_, on) -> edit(now -> now.withLastBatch(on ? LastBatch.DROPPED : LastBatch.KEPT)));
  }

  List<SettingRow> rows() {
    return List.of(
        new SettingRow.Told(
            "rows",
            text.say("training.data.rows"),
            origin.getReadOnlyProperty(),
            SettingRow.Tone.PLAIN),
        typed("learn", learned, "row"),
        typed("validation", heldOut, ""),
        typed("batch", batch, "batch"),
        ticked("shuffle", shuffle),
        ticked("drop-last", dropLast),
        typed("accumulate", accumulate, ""));
  }

  private SettingRow typed(String id, EntryViewModel entry, String term) {
    return new SettingRow.Typed(
        id, entry, text.say("training.data." + id + ".help"), term, Rank.SHOWN);
  }

  private SettingRow ticked(String id, BooleanProperty on) {
    return new SettingRow.Ticked(
        id, text.say("training.data." + id), on, text.say("training.data." + id + ".help"));
  }

  void show(Experiment experiment, Training training) {
    isShowing = true;
    origin.set(origin(experiment.input()));
    learned.show(Integer.toString(experiment.input().shape().size(0)));
    heldOut.show(
        Integer.toString(
            training.validation().map(held -> held.input().shape().size(0)).orElse(0)));
    batch.show(Integer.toString(training.batchSize()));
    accumulate.show(Integer.toString(training.accumulate()));
    shuffle.set(training.order() == RowOrder.SHUFFLED);
    dropLast.set(training.lastBatch() == LastBatch.DROPPED);
    isShowing = false;
  }

  private String origin(InputSpec input) {
    return switch (input) {
      case FromDataSet chosen ->
          chosen.classes().isEmpty()
              ? chosen.dataSet().key()
              : text.say(
                  "training.data.classes",
                  "source",
                  chosen.dataSet().key(),
                  "classes",
                  chosen.classes().stream().map(String::valueOf).collect(Collectors.joining(", ")));
      case FromCsv csv -> csv.file();
      case FromSafetensors tensor -> tensor.file();
      case Values _ -> text.say("training.data.written");
      case Drawn drawn -> text.say("net.input.distribution." + drawn.distribution().key());
    };
  }

  private void edit(java.util.function.UnaryOperator<Training> change) {
    if (!isShowing) {
      setting.edit(change);
    }
  }

  private void setLearned(String typed) {
    InputSpec input = setting.experiment().input();
    int rows = number(learned, typed, HeldOut.mostToLearnFrom(input));
    setting.editExperiment(now -> learningFrom(now, rows));
  }

  /// Targets go along, and so do rows that are held out of the same table.
  private static Experiment learningFrom(Experiment now, int rows) {
    InputSpec input = now.input().withBatchSize(rows);
    Training training = now.training().orElseThrow();
    int held = training.validation().map(each -> each.input().shape().size(0)).orElse(0);
    return now.withInput(input)
        .withTraining(
            Optional.of(
                training
                    .withLoss(training.loss(), TargetChoice.resized(training.target(), rows))
                    .withValidation(heldOut(input, training, held))));
  }

  private void setHeldOut(String typed) {
    InputSpec input = setting.experiment().input();
    int rows = WholeNumber.parse(text, heldOut.label(), typed, 0, HeldOut.most(input));
    setting.edit(now -> now.withValidation(heldOut(input, now, rows)));
  }

  private static Optional<Validation> heldOut(InputSpec input, Training training, int rows) {
    return HeldOut.of(input, rows)
        .map(
            held ->
                new Validation(
                    held, TargetChoice.resized(training.target(), held.shape().size(0))));
  }

  private void setBatch(String typed) {
    int rows = number(batch, typed, Integer.MAX_VALUE);
    setting.edit(now -> now.withBatchSize(rows));
  }

  private void setAccumulate(String typed) {
    int steps = number(accumulate, typed, Integer.MAX_VALUE);
    setting.edit(now -> now.withAccumulate(steps));
  }

  private int number(EntryViewModel entry, String typed, int most) {
    return WholeNumber.parse(text, entry.label(), typed, 1, most);
  }
}
