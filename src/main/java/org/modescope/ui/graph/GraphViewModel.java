package org.modescope.ui.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.modescope.autograd.GradMode;
import org.modescope.autograd.SavedKind;
import org.modescope.experiment.Experiment;
import org.modescope.files.graph.DotFile;
import org.modescope.files.graph.Folding;
import org.modescope.files.graph.GraphLook.Moment;
import org.modescope.files.graph.Spot;
import org.modescope.measure.AutogradGraph;
import org.modescope.measure.AutogradGraph.Counting;
import org.modescope.measure.AutogradGraph.Saved;
import org.modescope.measure.GraphStudy;
import org.modescope.run.GraphJob;
import org.modescope.run.Lane;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobModel;
import org.modescope.ui.screen.Navigation.Visit;
import org.modescope.ui.screen.ScreenId;
import org.modescope.ui.screen.StatusLine;
import org.modescope.ui.workbench.LiveResult;
import org.modescope.ui.workbench.Workbench;
import org.modescope.words.Text;

/// The graph of the pass that the bench would make next: asks for it whenever the screen is shown
/// or the experiment computes something else, and decides what is shown of it.
final class GraphViewModel implements JobModel<GraphStudy> {
  private static final Comparator<Saved> TOLD_FIRST =
      Comparator.comparing((Saved saved) -> saved.kind() == SavedKind.MASK)
          .thenComparing(Saved::bytes);

  private final Workbench workbench;
  private final Text text;
  private final GraphFaces faces;
  private final LiveResult<GraphStudy> result;
  private final ObjectProperty<Moment> moment = new SimpleObjectProperty<>(Moment.AFTER_FORWARD);
  private final ObjectProperty<Counting> counting = new SimpleObjectProperty<>(Counting.EXTRA);
  private final ReadOnlyObjectWrapper<Folding> folding;
  private final ReadOnlyObjectWrapper<Optional<Spot.Target>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<GraphFace> face;
  private final StringProperty status = new SimpleStringProperty("");
  private Optional<String> wanted = Optional.empty();
  private @Nullable Experiment asked;
  private @Nullable GradMode gradMode;

  GraphViewModel(Desk desk) {
    workbench = desk.workbench();
    text = desk.text();
    faces = new GraphFaces(text);
    folding = new ReadOnlyObjectWrapper<>(Folding.fitting(workbench.experiment()));
    result = new LiveResult<>(workbench.experimentProperty());
    face = new ReadOnlyObjectWrapper<>(faces.before(workbench.experiment()));
    desk.watch().follow(workbench.experimentProperty(), this::follow);
    desk.watch().follow(desk.navigation().visitProperty(), this::visit);
    desk.watch().keep(result.newestProperty().subscribe(_ -> show()));
    desk.watch().keep(moment.subscribe(_ -> show()));
    desk.watch().keep(counting.subscribe(_ -> show()));
  }

  /// When the graph is looked at.
  ObjectProperty<Moment> momentProperty() {
    return moment;
  }

  /// Which bytes count.
  ObjectProperty<Counting> countingProperty() {
    return counting;
  }

  ReadOnlyObjectProperty<GraphFace> faceProperty() {
    return face.getReadOnlyProperty();
  }

  /// What is chosen in the picture.
  ReadOnlyObjectProperty<Optional<Spot.Target>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  @Override
  public Lane<GraphStudy> lane() {
    return Lane.GRAPH;
  }

  @Override
  public StatusLine status() {
    return new StatusLine(status, text.say("graph.status.bench"));
  }

  @Override
  public ReadOnlyBooleanProperty awaitingProperty() {
    return result.awaitingProperty();
  }

  /// The numbers of what is shown.
  ///
  /// @param language what columns are named in: for a file, English
  ChartTable numbers(Text language) {
    return new GraphTable(language).of(result.newest().flatMap(GraphStudy::seen));
  }

  /// Shows beside the picture what a row of the numbers is about.
  void chooseRow(int row) {
    graph().map(GraphTable::targets).ifPresent(targets -> choose(targets.get(row)));
  }

  /// The first row of the numbers that is about what is chosen.
  OptionalInt chosenRow() {
    int row =
        graph().flatMap(graph -> chosen.get().map(GraphTable.targets(graph)::indexOf)).orElse(-1);
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /// The graph in Graphviz's language.
  byte[] dot() {
    return new DotFile(graph().orElse(faces.nothing()), "").bytes();
  }

  /// Makes the pass once more, with what the net on the bench is now.
  void look() {
    asked = workbench.experiment();
    result.asked();
    workbench.runner().submit(new GraphJob(workbench.experiment()));
  }

  @Override
  public void receive(GraphStudy newest) {
    result.receive(newest);
  }

  /// What a press on a place does: a head opens and closes, anything else is shown beside the
  /// picture.
  void press(Spot.Target target) {
    switch (target) {
      case Spot.Column(String path) -> turn(path);
      case Spot.Operation _, Spot.Stored _, Spot.Anyway _ -> choose(target);
    }
  }

  /// Shows something beside the picture. What keeps it is opened, where there are many layers.
  void choose(Spot.Target target) {
    if (target instanceof Spot.Stored(int storage)) {
      graph()
          .ifPresent(
              graph ->
                  graph.nodes().stream()
                      .filter(node -> node.saved().stream().anyMatch(s -> s.storage() == storage))
                      .forEach(node -> folding.set(folding.get().withLayerOpen(node.layer()))));
    }
    chosen.set(Optional.of(target));
    show();
  }

  /// Opens or closes a layer or a block.
  void turn(String path) {
    boolean isBlock = Blocks.of(workbench.experiment().network()).stream().anyMatch(path::equals);
    folding.set(isBlock ? folding.get().turnedBlock(path) : folding.get().turnedLayer(path));
    show();
  }

  /// Opens the blocks around a layer, so that it can be seen.
  void reveal(String layer) {
    for (String block : Blocks.of(workbench.experiment().network())) {
      if (layer.startsWith(block + ".") && !folding.get().isBlockOpen(block)) {
        folding.set(folding.get().turnedBlock(block));
      }
    }
    show();
  }

  /// Changes the experiment in hand.
  void tryOut(UnaryOperator<Experiment> change) {
    workbench.edit(change);
  }

  /// The pass itself is made again when the screen is shown.
  @Override
  public void takeOver(JobModel<GraphStudy> before) {
    if (before instanceof GraphViewModel same) {
      counting.set(same.counting.get());
      gradMode = same.gradMode;
      asked = same.asked;
      moment.set(same.moment.get());
      folding.set(same.folding.get());
      chosen.set(same.chosen.get());
      result.takeOver(same.result);
    }
  }

  @Override
  public void close() {
    workbench.runner().stop(lane());
    result.close();
  }

  private Optional<AutogradGraph> graph() {
    return result.newest().flatMap(GraphStudy::seen).map(GraphStudy.Seen::graph);
  }

  private void follow(Experiment now) {
    if (now.gradMode() != gradMode) {
      gradMode = now.gradMode();
      moment.set(now.gradMode() == GradMode.GRAD ? Moment.AFTER_FORWARD : Moment.UNRECORDED);
    }
    Experiment before = asked;
    if (before == null || !before.network().equals(now.network())) {
      folding.set(Folding.fitting(now));
      chosen.set(Optional.empty());
    }
    look();
    show();
  }

  /// Opens the layer that somebody came for, at once or as soon as the pass is made.
  private void visit(Optional<Visit> visit) {
    visit
        .filter(way -> way.screen().equals(ScreenId.GRAPH))
        .ifPresent(
            way -> {
              wanted = Optional.of(way.layer());
              reveal(way.layer());
            });
  }

  private void chooseWanted(AutogradGraph graph) {
    wanted.ifPresent(
        layer -> {
          folding.set(folding.get().withLayerOpen(layer));
          chosen.set(firstOf(layer, graph));
        });
    wanted = Optional.empty();
  }

  /// What a layer kept, or what it did where it kept nothing; of a block the first of these.
  private static Optional<Spot.Target> firstOf(String layer, AutogradGraph graph) {
    List<AutogradGraph.Node> own =
        graph.nodes().stream()
            .filter(node -> node.layer().equals(layer) || node.layer().startsWith(layer + "."))
            .toList();
    Optional<Spot.Target> kept =
        own.stream()
            .flatMap(node -> node.saved().stream())
            .filter(Saved::isExtra)
            .max(TOLD_FIRST)
            .map(saved -> new Spot.Stored(saved.storage()));
    return kept.or(() -> own.stream().findFirst().map(node -> new Spot.Operation(node.id())));
  }

  private void show() {
    Experiment now = workbench.experiment();
    Optional<GraphStudy> seen =
        result.newest().filter(study -> study.experiment().network().equals(now.network()));
    seen.flatMap(GraphStudy::seen)
        .ifPresent(
            each -> {
              chooseWanted(each.graph());
              chooseFirst(each.graph());
            });
    face.set(
        seen.map(
                study -> faces.of(study, moment.get(), counting.get(), folding.get(), chosen.get()))
            .orElseGet(() -> faces.before(now)));
    status.set(faces.status(seen, moment.get()));
  }

  /// What is told first: a mask, or what takes most.
  private void chooseFirst(AutogradGraph graph) {
    if (chosen.get().filter(target -> isThere(target, graph)).isPresent()) {
      return;
    }
    chosen.set(
        graph.nodes().stream()
            .flatMap(node -> node.saved().stream())
            .filter(Saved::isExtra)
            .max(TOLD_FIRST)
            .map(saved -> new Spot.Stored(saved.storage())));
  }

  private static boolean isThere(Spot.Target target, AutogradGraph graph) {
    return switch (target) {
      case Spot.Column _ -> false;
      case Spot.Operation(int node) -> node < graph.nodes().size();
      case Spot.Stored(int storage) ->
          graph.nodes().stream()
              .flatMap(node -> node.saved().stream())
              .anyMatch(saved -> saved.storage() == storage && saved.isExtra());
      case Spot.Anyway(String name) ->
          graph.leaves().stream().anyMatch(leaf -> leaf.name().equals(name));
    };
  }
}
