/** What RevKeen knows of a customer, and the payment of their open invoices. */
package io.keentill.engine.account;
