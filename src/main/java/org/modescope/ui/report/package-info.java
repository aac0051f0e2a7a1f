/// What leaves the window for other programs: a report as one web page, charts as pictures, code.
///
/// Read [ReportPage] and [ExportViewModel] first. A report is made from the newest observation and
/// the words around the instruments, so that it says what the window says; what can be computed by
/// the command line has no place here.
@NullMarked
package org.modescope.ui.report;

import org.jspecify.annotations.NullMarked;
