/** Payments by a link that the till shows as a QR code and watches at RevKeen until it is paid or over. */
package io.keentill.engine.paylink;
