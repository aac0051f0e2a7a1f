package org.modescope.ui;

import java.util.Collection;
import java.util.function.Predicate;
import javafx.scene.Node;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.service.query.impl.CallableBoundsPointQuery;
import org.testfx.service.query.impl.NodeQueryImpl;

/// A window under test and the robot that clicks in it.
///
/// TestFX finds nodes and asks for their places on the thread of the test. A text that has not been
/// laid out yet is laid out by that question, and the FX thread may be at the same text. Here the
/// FX thread finds and places.
public final class WindowExtension extends ApplicationExtension {
  @Override
  public NodeQuery lookup(String query) {
    return OnFxThread.ask(() -> super.lookup(query));
  }

  /// Starts at these nodes. A robot that is given a query asks here which of its nodes are visible.
  @Override
  public NodeQuery from(Collection<Node> nodes) {
    return new FxNodeQuery().from(nodes);
  }

  @Override
  public PointQuery point(Node node) {
    targetWindow(OnFxThread.ask(() -> node.getScene().getWindow()));
    return new CallableBoundsPointQuery(
            () -> OnFxThread.ask(() -> robotContext().getBoundsLocator().boundsOnScreenFor(node)),
            node)
        .atPosition(robotContext().getPointPosition());
  }

  private static final class FxNodeQuery extends NodeQueryImpl {
    @Override
    public <T extends Node> NodeQuery match(Predicate<T> predicate) {
      return OnFxThread.ask(() -> super.match(predicate));
    }
  }
}
