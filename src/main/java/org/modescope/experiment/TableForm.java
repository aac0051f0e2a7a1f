package org.modescope.experiment;

/// How the text of a table is taken apart.
///
/// @param separator what stands between cells
/// @param decimal what marks the decimals of a number
public record TableForm(Separator separator, DecimalMark decimal) {
  /// What RFC 4180 and most programs write.
  public static final TableForm PLAIN = new TableForm(Separator.COMMA, DecimalMark.POINT);

  /// What spreadsheets write where the comma marks decimals.
  public static final TableForm CONTINENTAL = new TableForm(Separator.SEMICOLON, DecimalMark.COMMA);

  /// The reading that is tried next where this one makes no sense.
  public TableForm other() {
    return equals(PLAIN) ? CONTINENTAL : PLAIN;
  }
}
