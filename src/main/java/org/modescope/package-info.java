/// ModeScope: a lab bench that makes visible what `train()`, `eval()` and `no_grad` change in a
/// neural net.
///
/// Read [ModeScope] first, then the packages `experiment`, `nn` and `autograd`, which do the work,
/// and `ui`, which shows it. Nothing but the launcher belongs here.
@NullMarked
package org.modescope;

import org.jspecify.annotations.NullMarked;
