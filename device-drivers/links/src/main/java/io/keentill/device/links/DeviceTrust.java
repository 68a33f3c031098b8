package io.keentill.device.links;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a device's certificate is the one to expect. A pinned certificate is trusted for being that one: its
 * dates and names mean nothing where nobody but the device vouches for them.
 */
final class DeviceTrust extends X509ExtendedTrustManager {

    private final LinkAddress address;
    private final @Nullable String pinned;
    private final @Nullable PublicKey authority;
    private @Nullable String seen;
    private @Nullable LinkException refusal;

    private DeviceTrust(LinkAddress address, @Nullable String pinned, @Nullable PublicKey authority) {
        this.address = address;
        this.pinned = pinned;
        this.authority = authority;
    }

    /** For one opening of {@code address}. */
    static DeviceTrust of(LinkAddress address, Optional<String> pinned) throws LinkException {
        Optional<String> ca = address.option("ca");
        if (ca.isPresent()) {
            return new DeviceTrust(address, address.option("pin").orElse(null), authority(ca.get()));
        }
        String pin =
                pinned.map(p -> p.replace(":", "").toLowerCase(Locale.ROOT)).orElse(null);
        if (pin != null && !pin.matches("[0-9a-f]{64}")) {
            throw new LinkException(Sentence.of(
                    "link.the-pin-is-no-sha-256",
                    "The pin of {0} is no SHA-256: write 64 hexadecimal digits",
                    address));
        }
        return new DeviceTrust(address, pin, null);
    }

    /** Whether what it saw is to be remembered. */
    boolean pins() {
        return authority == null;
    }

    /** SHA-256 of the certificate that the device showed. */
    String seen() {
        return Objects.requireNonNull(seen, "no handshake yet");
    }

    /** Why it refused, if it did. */
    Optional<LinkException> refusal() {
        return Optional.ofNullable(refusal);
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        String now = fingerprint(chain[0]);
        seen = now;
        if (authority != null) {
            checkSigned(chain, authority);
        }
        if (pinned != null && !MessageDigest.isEqual(bytes(pinned), bytes(now))) {
            throw refused(Sentence.of(
                    "link.shows-another-certificate",
                    "The device at {0} shows another certificate than the one it was met with (now {1}, before {2}). If it"
                            + " was replaced or reset, unpair it and pair it again; if not, somebody may stand between"
                            + " till and device: do not use it",
                    address.where(),
                    shown(now),
                    shown(pinned)));
        }
    }

    private void checkSigned(X509Certificate[] chain, PublicKey root) throws CertificateException {
        Optional<Sentence> doubt = doubt(chain, root);
        if (doubt.isPresent()) {
            throw refused(Sentence.of(
                    "link.the-certificate-is-not-to-be-trusted",
                    "The certificate of the device at {0} is not to be trusted ({1}). Check the address, the clock, and the"
                            + " file named by ca",
                    address.where(),
                    doubt.get()));
        }
    }

    private Optional<Sentence> doubt(X509Certificate[] chain, PublicKey root) {
        try {
            for (int i = 0; i < chain.length; i++) {
                chain[i].checkValidity();
                if (i + 1 < chain.length && chain[i + 1].getBasicConstraints() < 0) {
                    return Optional.of(Sentence.of(
                            "link.it-is-signed-by-what-is-no-authority", "it is signed by what is no authority"));
                }
                chain[i].verify(i + 1 < chain.length ? chain[i + 1].getPublicKey() : root);
            }
            String name = address.option("name").orElse("");
            return name.isEmpty() || names(chain[0]).contains(name.toLowerCase(Locale.ROOT))
                    ? Optional.empty()
                    : Optional.of(Sentence.of("link.it-is-not-made-out-to", "it is not made out to {0}", name));
        } catch (GeneralSecurityException e) {
            return Optional.of(Sentence.quoted(String.valueOf(e.getMessage())));
        }
    }

    private static List<String> names(X509Certificate certificate) throws CertificateException {
        List<String> names = new java.util.ArrayList<>();
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        if (alternatives != null) {
            alternatives.forEach(entry -> names.add(String.valueOf(entry.get(1)).toLowerCase(Locale.ROOT)));
        }
        for (String part : certificate.getSubjectX500Principal().getName().split(",", -1)) {
            if (part.startsWith("CN=")) {
                names.add(part.substring(3).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private CertificateException refused(Sentence why) {
        refusal = new LinkException(why);
        return new CertificateException(why.toString());
    }

    private static String fingerprint(X509Certificate certificate) throws CertificateException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new CertificateException("This Java has no SHA-256", e);
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String shown(String fingerprint) {
        return "SHA-256 " + fingerprint.substring(0, 16) + "…";
    }

    private static PublicKey authority(String file) throws LinkException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getPublicKey();
        } catch (IOException | CertificateException | java.nio.file.InvalidPathException e) {
            throw new LinkException(
                    Sentence.of(
                            "link.the-authoritys-certificate-cannot-be-read",
                            "The authority's certificate {0} cannot be read: give the path of a PEM file",
                            file),
                    e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("The till is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("The till is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("The till is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
