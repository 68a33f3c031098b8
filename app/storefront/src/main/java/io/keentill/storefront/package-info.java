/** The way in: a till's screen and a hand that works it as a person would. */
package io.keentill.storefront;
