/** Driver for PAX terminals that speak POSLINK. */
package io.keentill.device.poslink;
