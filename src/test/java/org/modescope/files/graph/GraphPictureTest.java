package org.modescope.files.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.modescope.autograd.Shape;
import org.modescope.experiment.Experiment;
import org.modescope.experiment.InputSpec;
import org.modescope.experiment.LayerSpec;
import org.modescope.experiment.LayerType;
import org.modescope.files.PresetCatalogue;
import org.modescope.files.graph.Folding.State;
import org.modescope.files.graph.GraphColumn.Form;
import org.modescope.files.graph.GraphDrawing.Span;
import org.modescope.files.graph.GraphLook.Moment;
import org.modescope.measure.AutogradGraph;
import org.modescope.preset.Presets;
import org.modescope.run.GraphRecording;
import org.modescope.words.Text;

/// Where layers, nodes and tensors lie, and what files hold of it.
class GraphPictureTest {
  private static final Text TEXT = Text.english();

  @Test
  void layersStandFromLeftToRightAsInTheNet() {
    GraphDrawing drawing = draw(Presets.simpleNet(), Folding.none());

    assertThat(drawing.spans())
        .extracting(Span::path)
        .containsExactly("fc1", "bn1", "dropout", "fc2");
    assertThat(drawing.spans()).isSortedAccordingTo((a, b) -> Double.compare(a.x(), b.x()));
  }

  @Test
  void sizeIsKnownWithoutDrawing() {
    for (Experiment net : List.of(Presets.simpleNet(), branching())) {
      GraphPlan plan = GraphPlan.of(net, GraphRecording.graph(net), Folding.none());
      for (Moment moment : Moment.values()) {
        GraphLook plain = GraphLook.plain();
        GraphLook look = new GraphLook(moment, plain.backward(), plain.counting(), plain.chosen());
        GraphDrawing drawing = GraphPicture.draw(plan, look, TEXT, 0);

        assertThat(GraphPicture.size(plan, look))
            .isEqualTo(new GraphPicture.Size(drawing.width(), drawing.height()));
      }
    }
  }

  @Test
  void waysThatPartStandInLanesAndJoinBehindTheLonger() {
    Experiment net = branching();

    GraphPlan plan = GraphPlan.of(net, GraphRecording.graph(net), Folding.none());

    assertThat(plan.columns())
        .extracting(column -> column.path() + " " + column.rank() + " " + column.lane())
        .containsExactly("in 0 0", "res.a 1 0", "res.c 1 1", "res.b 2 0", "res 3 0");
  }

  @Test
  void aClosedBlockIsOneColumnWithAllItsNodes() {
    Experiment net = branching();

    GraphPlan plan =
        GraphPlan.of(net, GraphRecording.graph(net), new Folding(Set.of(), Set.of(), State.CLOSED));

    assertThat(plan.columns()).extracting(GraphColumn::path).containsExactly("in", "res");
    assertThat(plan.columns().getLast().form()).isEqualTo(Form.BLOCK);
    assertThat(plan.columns().getLast().operations())
        .extracting(AutogradGraph.Node::operation)
        .containsExactlyInAnyOrder(
            "ReluBackward0", "AddBackward0", "AddmmBackward0", "AddmmBackward0", "AddmmBackward0");
  }

  /// Relu's result is kept by the ReLU and by the Linear that reads it.
  @Test
  void aSharedStorageIsDrawnOnceAcrossTheBorderOfItsOwners() {
    Experiment net = PresetCatalogue.named("deep-20").orElseThrow();

    GraphDrawing drawing = draw(net, Folding.none());

    List<Spot> chips = spots(drawing, spot -> spot.id().startsWith("storage-"));
    assertThat(chips).hasSize(10).doesNotHaveDuplicates();
    Span relu = span(drawing, "relu5");
    Span next = span(drawing, "fc6");
    assertThat(chips)
        .anyMatch(
            chip ->
                chip.x() < relu.x() + relu.width()
                    && chip.x() + chip.width() > next.x()
                    && chip.x() > relu.x());
  }

  /// A block's input is kept by both ways: the second one has a link to where it lies.
  @Test
  void anOwnerElsewhereHasALinkToTheStorage() {
    GraphDrawing drawing = draw(branching(), Folding.none());

    assertThat(spots(drawing, spot -> spot.id().startsWith("link-")))
        .extracting(Spot::spoken)
        .anyMatch(spoken -> spoken.contains("the same storage as with res.a"));
  }

  @Test
  void placesDoNotDependOnWhatIsChosen() {
    Experiment net = Presets.simpleNet();
    GraphPlan plan = GraphPlan.of(net, GraphRecording.graph(net), Folding.none());
    GraphLook plain = GraphLook.plain();
    Spot chip =
        GraphPicture.draw(plan, plain, TEXT, 0).spots().stream()
            .filter(spot -> spot.target() instanceof Spot.Stored)
            .findFirst()
            .orElseThrow();
    GraphLook chosen =
        new GraphLook(
            plain.moment(), plain.backward(), plain.counting(), Optional.of(chip.target()));

    assertThat(GraphPicture.draw(plan, chosen, TEXT, 0).spots())
        .isEqualTo(GraphPicture.draw(plan, plain, TEXT, 0).spots());
  }

  @Test
  void withoutRecordingOnlyTheLayersAreDrawn() {
    Experiment net = Presets.simpleNet();
    GraphPlan plan = GraphPlan.of(net, GraphRecording.graph(net), Folding.none());
    GraphLook unrecorded =
        new GraphLook(
            Moment.UNRECORDED, Optional.empty(), AutogradGraph.Counting.EXTRA, Optional.empty());

    GraphDrawing drawing = GraphPicture.draw(plan, unrecorded, TEXT, 0);

    assertThat(drawing.spots()).isEmpty();
    assertThat(drawing.marks())
        .filteredOn(Mark.Box.class::isInstance)
        .hasSize(plan.columns().size());
  }

  /// 200 layers, all open.
  @Test
  void twoHundredLayersAreLaidOutInAMoment() {
    Experiment net = Presets.simpleNet().withNetwork(chain(200));
    AutogradGraph graph = GraphRecording.graph(net);

    long began = System.nanoTime();
    GraphDrawing drawing =
        GraphPicture.draw(GraphPlan.of(net, graph, Folding.none()), GraphLook.plain(), TEXT, 0);

    assertThat(drawing.spans()).hasSize(200);
    assertThat(System.nanoTime() - began).isLessThan(2_000_000_000L);
  }

  @Test
  @ResourceLock(Resources.LOCALE)
  void filesAreTheSameInEveryLocale() throws Exception {
    Experiment net = Presets.simpleNet().withNetwork(chain(2));
    AutogradGraph graph = GraphRecording.graph(net);
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("ar-EG-u-nu-arab"));

      byte[] svg = svg(net, graph).bytes();
      byte[] dot = new DotFile(graph, "").bytes();

      Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
      assertThat(svg).isEqualTo(svg(net, graph).bytes());
      assertThat(dot).isEqualTo(new DotFile(graph, "").bytes());
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  @Test
  void namesOfLayersCannotBreakOutOfFiles() throws Exception {
    LayerSpec odd =
        LayerSpec.of(
            LayerType.LINEAR, "<a&\"b\\\u0001>", Map.of("in_features", 10, "out_features", 10));
    Experiment net = Presets.simpleNet().withNetwork(List.of(odd));
    AutogradGraph graph = GraphRecording.graph(net);

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg(net, graph).bytes()));
    String dot = new String(new DotFile(graph, "").bytes(), StandardCharsets.UTF_8);

    assertThat(document.getDocumentElement().getTextContent()).contains("<a&\"b\\?>");
    assertThat(dot).contains("label=\"<a&\\\"b\\\\");
  }

  private static SvgFile svg(Experiment net, AutogradGraph graph) {
    return new SvgFile(
        GraphPicture.draw(GraphPlan.of(net, graph, Folding.none()), GraphLook.plain(), TEXT, 0),
        "title",
        List.of("below"));
  }

  private static GraphDrawing draw(Experiment net, Folding folding) {
    return GraphPicture.draw(
        GraphPlan.of(net, GraphRecording.graph(net), folding), GraphLook.plain(), TEXT, 0);
  }

  private static List<Spot> spots(GraphDrawing drawing, Predicate<Spot> which) {
    return drawing.spots().stream().filter(which).toList();
  }

  private static Span span(GraphDrawing drawing, String path) {
    return drawing.spans().stream()
        .filter(span -> span.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static List<LayerSpec> chain(int layers) {
    return IntStream.range(0, layers)
        .mapToObj(
            index ->
                index % 2 == 0
                    ? linear("fc" + index)
                    : LayerSpec.of(LayerType.RELU, "relu" + index, Map.of()))
        .toList();
  }

  private static LayerSpec linear(String name) {
    return LayerSpec.of(LayerType.LINEAR, name, Map.of("in_features", 10, "out_features", 10));
  }

  private static Experiment branching() {
    LayerSpec residual =
        LayerSpec.of(
            LayerType.RESIDUAL,
            "res",
            Map.of(
                "body", List.of(linear("a"), linear("b")),
                "shortcut", List.of(linear("c")),
                "activation", "ReLU"));
    return Presets.simpleNet()
        .withInput(new InputSpec.Drawn(Shape.of(4, 10), InputSpec.Distribution.NORMAL))
        .withNetwork(List.of(linear("in"), residual));
  }
}
