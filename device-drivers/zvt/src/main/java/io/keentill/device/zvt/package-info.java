/** Driver for ZVT payment terminals. */
package io.keentill.device.zvt;
