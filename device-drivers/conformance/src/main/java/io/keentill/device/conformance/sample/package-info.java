/**
 * A terminal that speaks one line of text at a time, in memory: what the sample and the example drivers are tested with, and
 * a pattern for the simulated terminal of a family.
 */
package io.keentill.device.conformance.sample;
