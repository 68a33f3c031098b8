/** One small, strict HTTP/1.1 client over a {@link io.keentill.device.link.Link}, for terminals that speak HTTP. */
package io.keentill.device.http;
