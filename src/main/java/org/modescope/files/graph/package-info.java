/// The autograd graph as a picture that leaves the program: where everything lies, and the same as
/// SVG and as DOT.
///
/// Read [GraphPlan] first, which puts layers into columns, then [GraphDrawing], which is all that
/// is drawn, in shapes that a window and a file can both draw. Nothing here measures anything, and
/// nothing knows of a window.
@NullMarked
package org.modescope.files.graph;

import org.jspecify.annotations.NullMarked;
