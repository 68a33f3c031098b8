package io.keentill.launcher.command;

import io.keentill.device.emulation.Certificate;
import io.keentill.device.emulation.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the emulated terminals of several families have in common on the command line. */
final class EmulationOptions {

    @Option(names = "--control", paramLabel = "PORT", description = "HTTP control port; 0 takes any (default).")
    private int control;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Keeps its ledger in this file.")
    private @Nullable Path ledger;

    @Option(names = "--card-time", paramLabel = "MS", description = "How long the customer takes.")
    private @Nullable Long cardTime;

    @Option(names = "--currency", paramLabel = "CODE", description = "What the terminal takes; GBP unless given.")
    private @Nullable String currency;

    @Option(names = "--json", description = "Print the addresses as one line of JSON.")
    private boolean json;

    int control() {
        return control;
    }

    boolean json() {
        return json;
    }

    /** @throws IllegalArgumentException if the currency is none */
    Profile profile() {
        Profile profile = Profile.standard(Clock.system(ZoneId.systemDefault()));
        if (cardTime != null) {
            profile = profile.times(Duration.ofMillis(cardTime), profile.hostTime(), profile.rebootTime());
        }
        if (currency != null) {
            profile = profile.taking(currency);
        }
        return ledger == null ? profile : profile.ledgerIn(ledger);
    }

    /** Kept beside the ledger, so that a till that has pinned it knows the terminal again. */
    Certificate certificate(Profile profile) throws IOException {
        Path ledgerFile = profile.ledgerFile();
        Path file = ledgerFile == null ? null : ledgerFile.resolveSibling(ledgerFile.getFileName() + ".p12");
        return Certificate.of("PAX " + profile.serial(), profile.clock().instant(), file);
    }
}
