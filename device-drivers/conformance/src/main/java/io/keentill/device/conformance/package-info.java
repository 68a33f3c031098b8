/**
 * Proves a driver of a payment terminal right: extend {@link io.keentill.device.conformance.TerminalConformance}, say how
 * the driver and a simulated terminal are started, and get hundreds of scenarios.
 */
package io.keentill.device.conformance;
