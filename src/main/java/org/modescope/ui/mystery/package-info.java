/// The screen *Mystery net*: a net of which layers and switches are hidden, the trials that may be
/// made of it, the guesses, and their check.
///
/// Read [MysteryViewModel] first, then [MysteryView]. What a net is, and whether a guess counts, is
/// `org.modescope.mystery`'s to say; nothing here may tell either before the answer is told, not
/// even by a colour.
@NullMarked
package org.modescope.ui.mystery;

import org.jspecify.annotations.NullMarked;
