/** What driver and emulator both need to read and write messages: encryption, amounts, JSON. */
package io.keentill.device.nexo.message;
