/** What a clerk waits for at the screen, measured on the real storefront, engine and store. */
package io.keentill.bench.screen;
