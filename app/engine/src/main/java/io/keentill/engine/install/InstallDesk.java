package io.keentill.engine.install;

/** What an installer does with a till that is set up to sell. */
public interface InstallDesk {

    /** Payment terminals. */
    DeviceDesk terminals();
}
