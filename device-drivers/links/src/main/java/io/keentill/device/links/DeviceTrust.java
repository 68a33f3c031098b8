package io.keentill.device.links;

import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
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
            throw new LinkException("The pin of " + address + " is no SHA-256: write 64 hexadecimal digits");
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
            refuse("The device at " + address.where() + " shows another certificate than the one it was met with (now "
                    + shown(now) + ", before " + shown(pinned)
                    + "). If it was replaced or reset, unpair it and pair it again; if not, somebody may stand between"
                    + " till and device: do not use it");
        }
    }

    private void checkSigned(X509Certificate[] chain, PublicKey root) throws CertificateException {
        try {
            for (int i = 0; i < chain.length; i++) {
                chain[i].checkValidity();
                if (i + 1 < chain.length && chain[i + 1].getBasicConstraints() < 0) {
                    throw new CertificateException("it is signed by what is no authority");
                }
                chain[i].verify(i + 1 < chain.length ? chain[i + 1].getPublicKey() : root);
            }
            String name = address.option("name").orElse("");
            if (!name.isEmpty() && !names(chain[0]).contains(name.toLowerCase(Locale.ROOT))) {
                throw new CertificateException("it is not made out to " + name);
            }
        } catch (GeneralSecurityException e) {
            refuse("The certificate of the device at " + address.where() + " is not to be trusted (" + e.getMessage()
                    + "). Check the address, the clock, and the file named by ca");
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

    private void refuse(String why) throws CertificateException {
        refusal = new LinkException(why);
        throw new CertificateException(why);
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
                    "The authority's certificate " + file + " cannot be read: give the path of a PEM file", e);
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
