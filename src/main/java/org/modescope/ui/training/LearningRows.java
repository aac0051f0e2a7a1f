package org.modescope.ui.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.InvalidValueException;
import org.modescope.experiment.ShapeCheck;
import org.modescope.experiment.Training;
import org.modescope.experiment.Training.Loss;
import org.modescope.experiment.Training.OptimizerSpec;
import org.modescope.experiment.Training.Sgd;
import org.modescope.experiment.Training.TargetSpec;
import org.modescope.experiment.Training.Validation;
import org.modescope.ui.control.EntryViewModel;
import org.modescope.ui.control.WholeNumber;
import org.modescope.ui.training.SettingRow.Rank;
import org.modescope.words.Text;

/// The lines of the setting that are about learning: the loss, the optimizer with its arguments,
/// and for how long.
final class LearningRows {
  /// Arguments that are set time and again; the others are right by their defaults.
  private static final List<String> USUAL = List.of("lr", "momentum");

  private final SettingViewModel setting;
  private final Text text;
  private final ObjectProperty<String> loss = new SimpleObjectProperty<>(Loss.MSE.torchName());
  private final ObjectProperty<String> optimizer =
      new SimpleObjectProperty<>(OptimizerChoice.SGD.torchName());
  private final BooleanProperty nesterov = new SimpleBooleanProperty();
  private final EntryViewModel epochs;
  private @Nullable OptimizerChoice shown;
  private List<EntryViewModel> arguments = List.of();
  private boolean isShowing;

  LearningRows(SettingViewModel setting, Text text) {
    this.setting = setting;
    this.text = text;
    epochs = new EntryViewModel(text.say("training.learning.epochs"), this::setEpochs);
    loss.subscribe((_, chosen) -> choose(() -> setLoss(chosen)));
    optimizer.subscribe((_, chosen) -> choose(() -> setOptimizer(chosen)));
    nesterov.subscribe((_, on) -> choose(() -> setNesterov(on)));
  }

  private void choose(Runnable edit) {
    if (!isShowing) {
      edit.run();
    }
  }

  /// What the controls depend on.
  List<Object> form() {
    return List.of(optimizer.get());
  }

  List<SettingRow> rows() {
    List<SettingRow> rows = new ArrayList<>();
    rows.add(
        new SettingRow.Chosen(
            "loss",
            text.say("training.learning.loss"),
            Arrays.stream(Loss.values()).map(Loss::torchName).toList(),
            loss,
            text.say("training.learning.loss.help")));
    rows.add(
        new SettingRow.Chosen(
            "optimizer",
            text.say("training.learning.optimizer"),
            Arrays.stream(OptimizerChoice.values()).map(OptimizerChoice::torchName).toList(),
            optimizer,
            text.say("training.learning.optimizer.help")));
    arguments.stream().filter(each -> rank(each) == Rank.SHOWN).map(this::row).forEach(rows::add);
    if (optimizer.get().equals(OptimizerChoice.SGD.torchName())) {
      rows.add(
          new SettingRow.Ticked(
              "nesterov", "nesterov", nesterov, text.say("training.learning.argument.nesterov")));
    }
    rows.add(
        new SettingRow.Typed(
            "epochs", epochs, text.say("training.learning.epochs.help"), "", Rank.SHOWN));
    arguments.stream().filter(each -> rank(each) == Rank.FOLDED).map(this::row).forEach(rows::add);
    return rows;
  }

  private SettingRow row(EntryViewModel argument) {
    return new SettingRow.Typed(
        argument.label(),
        argument,
        text.say("training.learning.argument." + argument.label().replace('_', '-')),
        "",
        rank(argument));
  }

  private static Rank rank(EntryViewModel argument) {
    return USUAL.contains(argument.label()) ? Rank.SHOWN : Rank.FOLDED;
  }

  void show(Experiment experiment, Training training) {
    isShowing = true;
    OptimizerChoice chosen = OptimizerChoice.of(training.optimizer());
    if (!chosen.equals(shown)) {
      shown = chosen;
      arguments = chosen.arguments().stream().map(this::argument).toList();
    }
    loss.set(training.loss().torchName());
    optimizer.set(chosen.torchName());
    nesterov.set(training.optimizer() instanceof Sgd sgd && sgd.nesterov());
    for (EntryViewModel argument : arguments) {
      argument.show(NumberText.of(OptimizerChoice.value(training.optimizer(), argument.label())));
    }
    epochs.show(Integer.toString(training.epochs()));
    isShowing = false;
  }

  private EntryViewModel argument(String name) {
    return new EntryViewModel(name, typed -> setArgument(name, typed));
  }

  private void setArgument(String name, String typed) {
    double value = number(name, typed);
    setting.edit(now -> now.withOptimizer(OptimizerChoice.with(now.optimizer(), name, value)));
  }

  private double number(String name, String typed) {
    try {
      double value = Double.parseDouble(typed.strip());
      if (OptimizerChoice.isAllowed(name, value)) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw refused(name, typed);
    }
    throw refused(name, typed);
  }

  private InvalidValueException refused(String name, String typed) {
    return new InvalidValueException(
        name,
        typed,
        text.say(
            name.startsWith("beta") ? "training.refused.beta" : "training.refused.number",
            "name",
            name,
            "found",
            WholeNumber.quoted(text, typed.strip())));
  }

  private void setEpochs(String typed) {
    int count = WholeNumber.parse(text, epochs.label(), typed, 1, Training.MAXIMUM_EPOCHS);
    setting.edit(now -> now.withEpochs(count));
  }

  /// The learning rate stays.
  private void setOptimizer(String torchName) {
    setting.edit(
        now -> {
          double lr = OptimizerChoice.value(now.optimizer(), "lr");
          return now.withOptimizer(OptimizerChoice.named(torchName).fresh(lr));
        });
  }

  /// Nesterov needs a momentum, and brings the usual one along.
  private void setNesterov(boolean on) {
    setting.edit(
        now -> {
          OptimizerSpec before = now.optimizer();
          return before instanceof Sgd(double lr, double momentum, double decay, boolean _)
              ? now.withOptimizer(new Sgd(lr, on && momentum == 0 ? 0.9 : momentum, decay, on))
              : now;
        });
  }

  /// Targets stay where the other loss takes the same kind.
  private void setLoss(String torchName) {
    Loss chosen =
        Arrays.stream(Loss.values())
            .filter(each -> each.torchName().equals(torchName))
            .findFirst()
            .orElseThrow();
    setting.editExperiment(now -> withLoss(now, chosen));
  }

  private static Experiment withLoss(Experiment now, Loss chosen) {
    return now.withTraining(
        now.training()
            .map(
                training -> {
                  boolean isSameKind =
                      training.loss().targets() == chosen.targets()
                          && chosen != Loss.BCE_WITH_LOGITS
                          && training.loss() != Loss.BCE_WITH_LOGITS;
                  return isSameKind
                      ? training.withLoss(chosen, training.target())
                      : retargeted(now, training, chosen);
                }));
  }

  /// A training by another loss, towards targets that it takes.
  static Training retargeted(Experiment now, Training training, Loss chosen) {
    TargetSpec target = TargetChoice.of(chosen, now.input(), output(now, now.input()));
    return training
        .withLoss(chosen, target)
        .withValidation(
            training
                .validation()
                .map(
                    held ->
                        new Validation(
                            held.input(),
                            TargetChoice.of(chosen, held.input(), output(now, held.input())))));
  }

  /// A training towards targets that are drawn.
  static Training drawn(Experiment now, Training training) {
    return training.withLoss(
        training.loss(), TargetChoice.drawn(training.loss(), output(now, now.input())));
  }

  private static Shape output(Experiment now, InputSpec input) {
    ShapeCheck shapes = ShapeCheck.of(now.network(), input.shape());
    return shapes.misfit().isPresent() || shapes.outputs().isEmpty()
        ? Shape.of(input.shape().size(0), 1)
        : shapes.outputs().getLast();
  }
}
