/** The nexo driver: terminal-protocols, nexo Sale-to-POI (Adyen local). */
package io.keentill.device.nexo;
