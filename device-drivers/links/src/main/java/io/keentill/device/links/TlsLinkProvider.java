package io.keentill.device.links;

import io.keentill.device.link.Deadline;
import io.keentill.device.link.Link;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.link.LinkProvider;
import io.keentill.device.link.SecretStore;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * Opens {@code tls:host:port} links (TLS 1.2 and 1.3). Terminals in a shop have certificates that they signed themselves,
 * so whom to trust is remembered: the certificate met first is pinned, and another one later is refused in plain words
 * until the device is unpaired. Options: {@code pin} (SHA-256 of the certificate, 64 hexadecimal digits) pins from the
 * first moment; {@code ca} (path of a PEM file) trusts what that authority signed instead, {@code name} then being the
 * name that the certificate must carry.
 */
public final class TlsLinkProvider implements LinkProvider {

    private static final Set<String> OPTIONS = Set.of("pin", "ca", "name");
    private static final String PIN = "certificate-sha256";

    private final TcpLinkProvider tcp = new TcpLinkProvider();

    /** For {@link java.util.ServiceLoader}. */
    public TlsLinkProvider() {}

    @Override
    public String kind() {
        return "tls";
    }

    /** {@inheritDoc} Without a memory the address must say whom to trust: {@code pin} or {@code ca}. */
    @Override
    public Link open(LinkAddress address, Duration within) throws LinkException {
        if (address.option("pin").isEmpty() && address.option("ca").isEmpty()) {
            throw new LinkException(Sentence.of(
                    "link.whom-to-trust-is-not-known",
                    "Whom to trust at {0} is not known here. Write its certificate's SHA-256 behind the address: ?pin=…",
                    address));
        }
        return open(address, within, SecretStore.inMemory());
    }

    /**
     * {@inheritDoc}
     *
     * @throws LinkException if the device cannot be reached, does not speak TLS, or shows another certificate than before
     */
    @Override
    public Link open(LinkAddress address, Duration within, SecretStore memory) throws LinkException {
        Options.allowOnly(address, OPTIONS);
        Deadline deadline = Deadline.in(within);
        Optional<String> pinned = pinned(address, memory);
        DeviceTrust trust = DeviceTrust.of(address, pinned);
        Link raw = tcp.open(new LinkAddress("tcp", address.where(), java.util.Map.of()), within);
        TlsLink link = null;
        try {
            link = new TlsLink(address, raw, engine(trust));
            link.handshake(deadline);
            if (pinned.isEmpty() && trust.pins()) {
                memory.put(owner(address), PIN, trust.seen());
            }
            TlsLink open = link;
            link = null;
            raw = null;
            return open;
        } catch (SSLException e) {
            throw trust.refusal().orElseGet(() -> noTls(address, e));
        } catch (LinkException e) {
            throw trust.refusal().orElse(e);
        } catch (IOException e) {
            throw new LinkException(
                    Sentence.of(
                            "link.the-certificate-could-not-be-remembered",
                            "The certificate of {0} could not be remembered: {1}",
                            address,
                            LinkException.said(e)),
                    e);
        } finally {
            if (link != null) {
                link.close();
            } else if (raw != null) {
                raw.close();
            }
        }
    }

    @Override
    public void forget(LinkAddress address, SecretStore memory) throws IOException {
        memory.remove(owner(address), PIN);
    }

    private static Optional<String> pinned(LinkAddress address, SecretStore memory) throws LinkException {
        if (address.option("pin").isPresent()) {
            return address.option("pin");
        }
        try {
            return memory.get(owner(address), PIN);
        } catch (IOException e) {
            throw new LinkException(
                    Sentence.of(
                            "link.whom-to-trust-could-not-be-read",
                            "Whom to trust at {0} could not be read: {1}",
                            address,
                            LinkException.said(e)),
                    e);
        }
    }

    private static String owner(LinkAddress address) {
        return "tls:" + address.where();
    }

    private static SSLEngine engine(DeviceTrust trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, new SecureRandom());
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            engine.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            return engine;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no TLS", e);
        }
    }

    private static LinkException noTls(LinkAddress address, SSLException cause) {
        return new LinkException(
                Sentence.of(
                        "link.does-not-agree-on-encryption",
                        "The device at {0} does not agree on encryption ({1}). Check that the port is its TLS port",
                        address.where(),
                        cause.getMessage()),
                cause);
    }
}
