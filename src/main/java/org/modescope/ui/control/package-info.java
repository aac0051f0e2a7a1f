/// Controls that JavaFX lacks and several parts of the window share.
///
/// Read [EntryField] with its [EntryViewModel], [SegmentedControl] and [WrappingBar] first. Nothing
/// here knows an experiment beyond the exception that refuses a value.
@NullMarked
package org.modescope.ui.control;

import org.jspecify.annotations.NullMarked;
