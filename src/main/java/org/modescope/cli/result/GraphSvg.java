package org.modescope.cli.result;

import java.util.List;
import org.modescope.experiment.Experiment;
import org.modescope.files.Printable;
import org.modescope.files.graph.Folding;
import org.modescope.files.graph.GraphDrawing;
import org.modescope.files.graph.GraphLook;
import org.modescope.files.graph.GraphPicture;
import org.modescope.files.graph.GraphPlan;
import org.modescope.files.graph.SvgFile;
import org.modescope.words.GraphWords;
import org.modescope.words.Text;

/// `graph --svg`: the picture that the window draws, as it first draws it.
public final class GraphSvg {
  private static final Text TEXT = Text.english();

  private GraphSvg() {}

  public static SvgFile of(GraphResult result) {
    Experiment experiment = result.experiment();
    GraphPlan plan = GraphPlan.of(experiment, result.graph(), Folding.fitting(experiment));
    GraphDrawing drawing = GraphPicture.draw(plan, GraphLook.plain(), TEXT, 0);
    String below =
        result.graph().isRecorded() ? new GraphWords(TEXT).sum(result.graph()) : result.why();
    return new SvgFile(drawing, Printable.of(experiment.name()), List.of(below));
  }
}
