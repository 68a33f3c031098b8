/** A PAX terminal without hardware, with a host ledger and scripted faults. */
package io.keentill.device.poslink.emulator;
