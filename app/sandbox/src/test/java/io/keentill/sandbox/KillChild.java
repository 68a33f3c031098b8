package io.keentill.sandbox;

import java.nio.file.Path;

/** A sandbox in a process of its own, to be killed: its directory is the argument, its port the line that it prints. */
final class KillChild {
    private KillChild() {}

    public static void main(String[] args) throws InterruptedException {
        Sandbox sandbox = Sandbox.start(SandboxConfig.of(0, Path.of(args[0])).withRate(0));
        System.out.println(sandbox.baseUrl().getPort());
        Thread.currentThread().join();
    }
}
