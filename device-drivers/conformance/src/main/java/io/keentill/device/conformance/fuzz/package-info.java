/** A small offline fuzzer for parsers, emulators and drivers: seeded, so that every find can be played again. */
package io.keentill.device.conformance.fuzz;
