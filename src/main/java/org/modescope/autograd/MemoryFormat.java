package org.modescope.autograd;

/// In which order the elements of a batch of images `[N, C, H, W]` lie in memory.
enum MemoryFormat {
  /// As the shape says: image by image, channel by channel.
  CONTIGUOUS,
  /// Image by image, pixel by pixel, all channels of a pixel side by side: what oneDNN convolves
  /// without reordering. Only between operations that are not recorded and know of it; everyone
  /// else is handed contiguous arrays.
  CHANNELS_LAST
}
