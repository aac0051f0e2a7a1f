/// The net panel: cards that show what each layer is, does and refuses, and where its arguments are
/// edited.
///
/// Read [NetViewModel], [LayerCardViewModel] and [LayerFace] first. A card never computes shapes or
/// activities: it shows what the `experiment` package says.
@NullMarked
package org.modescope.ui.net;

import org.jspecify.annotations.NullMarked;
