package org.modescope.ui.graph;

import org.modescope.ui.instrument.ChartExport;
import org.modescope.ui.screen.Desk;
import org.modescope.ui.screen.JobScreen;
import org.modescope.ui.screen.Screen;
import org.modescope.ui.screen.ScreenId;

/// The screen of the autograd graph.
public final class GraphScreen {
  private GraphScreen() {}

  /// @param desk the screen's own
  /// @param exports takes numbers and pictures out of the window
  public static Screen make(Desk desk, ChartExport exports) {
    GraphViewModel model = new GraphViewModel(desk);
    return new JobScreen<>(
        ScreenId.GRAPH, desk, model, GraphView.class, () -> new GraphView(model, exports, desk));
  }
}
