package org.modescope.ui.instrument;

import java.util.List;
import java.util.Optional;
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
import org.modescope.ui.workbench.Workbench;

/// The running statistics instrument: which BatchNorm layer, which of its two statistics, and what
/// became of them.
public final class StatisticsViewModel {
  private final Workbench workbench;
  private final ObservableList<String> layers = FXCollections.observableArrayList();
  private final StringProperty layer = new SimpleStringProperty("");
  private final ObjectProperty<Statistic> statistic = new SimpleObjectProperty<>(Statistic.MEAN);
  private final ReadOnlyObjectWrapper<Optional<RunningStatistics>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final InstrumentWords words;

  public StatisticsViewModel(Workbench workbench) {
    this.workbench = workbench;
    workbench.observationProperty().subscribe(_ -> settle());
    layer.subscribe(_ -> settle());
    words = new InstrumentWords(workbench, bench -> text(bench, shown.get()));
    shown.subscribe(_ -> words.refresh());
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

  private static InstrumentText text(Workbench bench, Optional<RunningStatistics> shown) {
    return shown
        .map(seen -> StatisticsText.of(seen, outcome(bench)))
        .orElseGet(
            () ->
                bench.observation().isPresent() ? StatisticsText.none() : StatisticsText.before());
  }

  private static Status outcome(Workbench bench) {
    return bench.observation().map(seen -> seen.progress().status()).orElse(Status.READY);
  }

  private static List<RunningStatistics> seen(Workbench bench) {
    return bench.observation().map(Observation::statistics).orElse(List.of());
  }
}
