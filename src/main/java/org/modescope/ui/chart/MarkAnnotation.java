package org.modescope.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.event.AnnotationChangeListener;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/// Brings a [Mark] into a JFreeChart plot. It never changes, so it has no one to notify.
public record MarkAnnotation(Mark mark) implements XYAnnotation {

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D dataArea,
      ValueAxis domainAxis,
      ValueAxis rangeAxis,
      int rendererIndex,
      PlotRenderingInfo info) {
    mark.draw(g2, new Scale(dataArea, domainAxis, rangeAxis));
  }

  @Override
  public void addChangeListener(AnnotationChangeListener listener) {}

  @Override
  public void removeChangeListener(AnnotationChangeListener listener) {}
}
