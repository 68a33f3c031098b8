/** Brings whole messages over a serial line or a TCP connection, for both sides. */
package io.keentill.device.zvt.transport;
