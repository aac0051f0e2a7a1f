package org.modescope.ui.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.modescope.measure.Observation;
import org.modescope.measure.Observation.Status;
import org.modescope.measure.RunningStatistics;
import org.modescope.ui.chart.statistics.Statistic;
import org.modescope.ui.screen.Watch;
import org.modescope.ui.workbench.Focus.Target;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The running statistics instrument: which layer, which of its two statistics, and what became of
/// them.
public final class StatisticsViewModel {
  private final Workbench workbench;
  private final ObservableList<String> layers = FXCollections.observableArrayList();
  private final StringProperty layer = new SimpleStringProperty("");
  private String kept = "";
  private boolean isPassing;
  private final ObjectProperty<Statistic> statistic = new SimpleObjectProperty<>(Statistic.MEAN);
  private final ReadOnlyObjectWrapper<Optional<RunningStatistics>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StatisticsText says;
  private final PairText pairs;
  private final InstrumentWords words;

  public StatisticsViewModel(Workbench workbench, Watch watch, Text text) {
    this.workbench = workbench;
    says = new StatisticsText(text);
    pairs = new PairText(text);
    watch.follow(workbench.observationProperty(), _ -> settle());
    layer.subscribe(_ -> chosen());
    watch.follow(
        workbench.focus().pinnedProperty(),
        pinned -> about(pinned).ifPresent(chosen -> kept = chosen));
    watch.follow(workbench.focus().shownProperty(), this::choose);
    words =
        new InstrumentWords(
            workbench,
            watch,
            text,
            bench -> text(bench, shown.get()),
            this::alone,
            _ -> new Origins(text).statistics(drawn()));
    shown.subscribe(_ -> words.refresh());
    statistic.subscribe(_ -> words.refresh());
  }

  /// Shows what another one showed.
  public void takeOver(StatisticsViewModel before) {
    statistic.set(before.statistic.get());
    kept = before.kept;
  }

  public InstrumentWords words() {
    return words;
  }

  /// The layers to choose from, in order of the net.
  public ObservableList<String> layers() {
    return layers;
  }

  /// The layer chosen; null or empty where there is none to choose.
  public StringProperty layerProperty() {
    return layer;
  }

  public ObjectProperty<Statistic> statisticProperty() {
    return statistic;
  }

  /// What the chart shows.
  public ReadOnlyObjectProperty<Optional<RunningStatistics>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// What can be drawn of it: nothing before the first pass.
  public Optional<RunningStatistics> drawn() {
    return shown.get().filter(seen -> !seen.mean().stretches().isEmpty());
  }

  /// What is pointed at in the window.
  public ReadOnlyObjectProperty<Target> focusProperty() {
    return workbench.focus().shownProperty();
  }

  /// Points at a channel of the layer that is shown, at a pass, at both or at nothing.
  void pointAt(boolean onChannel, OptionalInt pass) {
    workbench.focus().point(new Target(onChannel ? shownLayer() : "", pass));
  }

  /// Pins the layer that is shown, or lets go of it.
  void pin() {
    if (!shownLayer().isEmpty()) {
      workbench.focus().pin(Target.layer(shownLayer()));
    }
  }

  /// Pins the layer that is shown.
  void hold() {
    workbench.focus().hold(Target.layer(shownLayer()));
  }

  private String shownLayer() {
    return shown.get().map(RunningStatistics::layer).orElse("");
  }

  /// The run that is pinned as A.
  public ReadOnlyObjectProperty<Optional<Observation>> pinnedProperty() {
    return workbench.pin().pinnedProperty();
  }

  /// How the same layer moved in the run that is pinned as A, where it has the same channels.
  public Optional<RunningStatistics> beside() {
    return drawn()
        .flatMap(
            seen ->
                workbench
                    .pair()
                    .flatMap(both -> both.statisticsOfA(seen.layer()))
                    .filter(before -> Arrays.equals(before.channels(), seen.channels())));
  }

  /// Shows the layer that is pointed at elsewhere, where it keeps running statistics, for as long
  /// as it is pointed at; what is pinned stays.
  private void choose(Target target) {
    isPassing = true;
    layer.set(about(target).orElse(kept));
    isPassing = false;
  }

  private Optional<String> about(Target target) {
    return layers.stream().filter(target::isAbout).findFirst();
  }

  private void chosen() {
    if (!isPassing) {
      kept = layer.get();
    }
    settle();
  }

  private void settle() {
    List<RunningStatistics> seen = seen(workbench);
    List<String> names = seen.stream().map(RunningStatistics::layer).toList();
    if (!names.equals(layers)) {
      layers.setAll(names);
    }
    if (!names.contains(layer.get())) {
      layer.set(names.isEmpty() ? "" : names.getFirst());
    }
    String chosen = layer.get();
    shown.set(seen.stream().filter(each -> each.layer().equals(chosen)).findFirst());
  }

  private InstrumentText text(Workbench bench, Optional<RunningStatistics> shown) {
    return shown
        .map(
            seen -> {
              InstrumentText alone = says.of(seen, statistic.get(), outcome(bench));
              return bench.pair().map(both -> pairs.statistics(both, seen, alone)).orElse(alone);
            })
        .orElseGet(() -> bench.observation().isPresent() ? says.none() : says.before());
  }

  /// Of the layer that is shown, in a run by itself.
  private InstrumentText alone(Observation run) {
    return run.statistics().stream()
        .filter(each -> each.layer().equals(shownLayer()))
        .findFirst()
        .map(each -> says.of(each, statistic.get(), run.progress().status()))
        .orElseGet(says::none);
  }

  private static Status outcome(Workbench bench) {
    return bench.observation().map(seen -> seen.progress().status()).orElse(Status.READY);
  }

  private static List<RunningStatistics> seen(Workbench bench) {
    return bench.observation().map(Observation::statistics).orElse(List.of());
  }
}
