/** The terminal side of WebLink, for tests and training. */
package io.keentill.device.weblink.emulator;
