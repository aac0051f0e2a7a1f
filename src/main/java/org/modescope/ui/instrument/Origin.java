package org.modescope.ui.instrument;

import org.modescope.ui.workbench.Focus.Target;

/// Where the figures around a chart come from.
///
/// @param target what lights up in the window while one of them is pointed at
/// @param context the same for what stands behind the title
/// @param sentence how they were computed, and from what; empty where there is no figure
public record Origin(Target target, Target context, String sentence) {
  static final Origin NONE = new Origin(Target.NONE, Target.NONE, "");
}
