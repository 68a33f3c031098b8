/** The terminal side of nexo, for tests and training. */
package io.keentill.device.nexo.emulator;
