/** Brings whole messages over a serial line, a TCP connection or HTTP, for both sides. */
package io.keentill.device.poslink.transport;
