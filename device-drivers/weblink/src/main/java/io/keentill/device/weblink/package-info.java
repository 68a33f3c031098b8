/** The WebLink driver: terminal-protocols, POSitive WebLink. */
package io.keentill.device.weblink;
