/** A ZVT terminal without hardware, with an acquirer's ledger and scripted faults. */
package io.keentill.device.zvt.emulator;
