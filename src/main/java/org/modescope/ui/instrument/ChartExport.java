package org.modescope.ui.instrument;

import java.util.function.Function;
import java.util.function.Supplier;
import org.modescope.ui.chart.ChartTable;
import org.modescope.ui.chart.Png;
import org.modescope.ui.picker.FilePicker.Kind;
import org.modescope.words.Text;

/// Where a chart goes when the user wants to keep it.
public interface ChartExport {
  /// Keeps the chart as a picture.
  ///
  /// @param chart what it is of
  void exportPicture(String chart, Png picture);

  /// Keeps the chart as an SVG.
  ///
  /// @param chart what it is of
  void exportDrawing(String chart, String svg);

  /// Says that something was copied, which shows nowhere else.
  void copied();

  /// Keeps the numbers behind the chart, named in English: what programs read is the same in every
  /// language.
  ///
  /// @param chart what they are of
  /// @param numbers makes them in a language
  void exportNumbers(String chart, Function<Text, ChartTable> numbers);

  /// Keeps what is drawn as a file of another kind.
  ///
  /// @param chart what it is of
  /// @param content makes what the file holds, on any thread
  void exportFile(String chart, Kind kind, Supplier<byte[]> content);
}
