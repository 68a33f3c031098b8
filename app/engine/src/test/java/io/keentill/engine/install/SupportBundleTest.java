package io.keentill.engine.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.setup.Secrets;
import io.keentill.engine.setup.Settings;
import io.keentill.engine.setup.TerminalSecrets;
import io.keentill.engine.support.FakeTerminal;
import io.keentill.engine.support.TestClock;
import io.keentill.engine.support.TestTill;
import io.keentill.store.TaskRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets and card data are planted wherever a bundle takes something from; none of them may be in it. */
class SupportBundleTest {

    private static final String API_KEY = "rk_live_51Hq8sTZabcDEF";
    private static final String OTHER_KEY = "rk_sandbox_0therKeyNobodyKeeps";
    private static final String PAIRING = "Correct-Horse/Battery+Staple";
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.payload.sig";
    private static final String PASSWORD = "918273";
    private static final String PAN = "4539578763621486";
    private static final String AMEX = "371449635398431";
    private static final List<String> FORBIDDEN = List.of(
            API_KEY,
            OTHER_KEY,
            PAIRING,
            TOKEN,
            PASSWORD,
            PAN,
            AMEX,
            "4539 5787 6362 1486",
            "4539-5787-6362-1486",
            "3714 496353 98431",
            "34 35 33 39 35 37 38 37 36 33 36 32 31 34 38 36",
            "34353339353738373633363231343836",
            "bea@example.com",
            Base64.getEncoder().withoutPadding().encodeToString(PAIRING.getBytes(StandardCharsets.UTF_8)),
            HexFormat.of().formatHex(PAIRING.getBytes(StandardCharsets.UTF_8)),
            "2512201123456789");

    @TempDir
    private Path folder;

    private TestTill till;

    @BeforeEach
    void plant() throws Exception {
        till = TestTill.open(folder, TestClock.still(), new FakeTerminal());
        Secrets secrets = new Secrets(folder);
        secrets.put(Secrets.REVKEEN_KEY, API_KEY);
        new TerminalSecrets(secrets).put("weblink:tls:1.2.3.4:8080", "token", PAIRING);
        String mess = String.join(" | ", FORBIDDEN) + " | track ;" + PAN + "=2512201123456789? | \"pin\":\"1234\"";
        till.store().write(tx -> {
            tx.putSetting(Settings.API_URL, "https://api.revkeen.com/v2?key=" + API_KEY);
            tx.putSetting(Settings.TERMINAL, "zvt:tcp:1.2.3.4:20007?pw=" + PASSWORD);
            tx.putSetting(Settings.PRINTER, "tcp:1.2.3.5:9100?code=" + PASSWORD);
            tx.putSetting(Settings.TILL_NAME, mess);
            tx.putSetting("something.else", mess);
            tx.appendJournal("test.planted", mess, mess, "{\"x\":\"" + API_KEY + " " + PAN + "\"}");
            tx.saveTask(TaskRow.open(
                    "t1", "test", "x", Sentence.quoted(mess), till.clock().instant()));
            return tx;
        });
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(
                logs.resolve("till.0.log"),
                mess + "\nAuthorization: Bearer " + TOKEN + "\nx-api-key: " + OTHER_KEY + "\n?pw=" + PASSWORD + "\n"
                        + "password=" + PASSWORD + "\nreadable line\n");
        FrameFile.in(folder)
                .of("zvt:tcp:1.2.3.4:20007", till.clock())
                .frame(io.keentill.device.terminal.FrameTrace.Direction.OUT, mess);
        Files.write(logs.resolve("broken.log"), new byte[] {'o', 'k', (byte) 0xC3, '\n'});
    }

    @AfterEach
    void close() throws Exception {
        till.close();
    }

    private Map<String, String> bundle() throws Exception {
        Path zip = folder.resolve("out.zip");
        new SupportBundle(till.store(), folder, "1.2.3")
                .write(
                        zip,
                        List.of(new Finding(
                                Sentence.quoted("RevKeen " + API_KEY),
                                false,
                                Sentence.quoted(PAN),
                                Sentence.quoted("Use " + PAIRING))));
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                in.transferTo(out);
                files.put(entry.getName(), out.toString(StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void nothingSecretIsInIt() throws Exception {
        Map<String, String> files = bundle();
        files.forEach((name, text) -> FORBIDDEN.forEach(
                secret -> assertThat(text).as(name + " holds " + secret).doesNotContainIgnoringCase(secret)));
        assertThat(files.keySet()).noneMatch(name -> name.contains("secret") || name.contains(".db"));
        assertThat(files.get("settings.txt")).doesNotContain("something.else");
    }

    @Test
    void whatSupportNeedsIsInIt() throws Exception {
        Map<String, String> files = bundle();
        assertThat(files.keySet())
                .containsExactly(
                        "about.txt",
                        "findings.txt",
                        "settings.txt",
                        "terminals.txt",
                        "payments.txt",
                        "tasks.txt",
                        "outbox.txt",
                        "journal.txt",
                        "logs/broken.log",
                        "logs/frames.log",
                        "logs/till.0.log");
        assertThat(files.get("about.txt")).contains("Keentill 1.2.3");
        assertThat(files.get("settings.txt")).contains("terminal.address = zvt:tcp:1.2.3.4:20007");
        assertThat(files.get("journal.txt")).contains("test.planted");
        assertThat(files.get("logs/till.0.log")).contains("readable line");
        assertThat(files.get("logs/broken.log")).startsWith("ok");
        assertThat(Files.list(folder).map(Path::getFileName).map(Path::toString))
                .noneMatch(name -> name.endsWith(".new"));
    }
}
