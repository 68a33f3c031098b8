/** The bytes of ZVT, for both sides. Knows nothing of links, payments or time. */
package io.keentill.device.zvt.codec;
