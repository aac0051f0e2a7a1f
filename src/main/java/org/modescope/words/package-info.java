/// What is said about a run: readings, findings, and what a layer is doing now.
///
/// Read [Reading] and [Findings] first. All of it is made from what `measure` holds, by whoever
/// shows it and when it is shown, so that words can change without running again. What goes wrong
/// below hands on a [Phrase] until then.
@NullMarked
package org.modescope.words;

import org.jspecify.annotations.NullMarked;
