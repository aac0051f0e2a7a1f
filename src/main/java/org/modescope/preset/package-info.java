/// The experiments that ship with the program.
///
/// Read [Presets] first, then [SimpleNetPresets]. They are descriptions like any other; nothing
/// here runs them.
@NullMarked
package org.modescope.preset;

import org.jspecify.annotations.NullMarked;
