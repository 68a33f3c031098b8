/** What a POSLINK message is made of, as bytes, as base64 and as HTTP. Knows no link and no time. */
package io.keentill.device.poslink.codec;
