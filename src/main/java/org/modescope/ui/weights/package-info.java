/// The screen of what a net starts from: every parameter and buffer, drawn, loaded or edited, and
/// what an edit did to the answers.
///
/// Read [WeightsViewModel] first. An edit is one of the experiment in hand, so that undo, saving
/// and recovery are the document's; files are read beside the FX thread by [StateLoader].
@NullMarked
package org.modescope.ui.weights;

import org.jspecify.annotations.NullMarked;
