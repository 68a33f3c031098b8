package io.keentill.engine.install;

/** What an installer does with a till that is set up to sell. */
public interface InstallDesk {

    /** Payment terminals. */
    DeviceDesk terminals();

    /** The receipt printer. */
    PrinterDesk printer();

    /** The till as RevKeen's connector. */
    ConnectorDesk connector();

    /** Faults, and what a support desk needs. */
    CareDesk care();
}
