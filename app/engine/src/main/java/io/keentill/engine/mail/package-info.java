/** Receipts that customers get by e-mail, through RevKeen and in its own time. */
package io.keentill.engine.mail;
