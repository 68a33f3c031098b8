package io.keentill.engine.install;

import io.keentill.device.link.LinkOpener;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.UsualPlace;
import io.keentill.engine.install.Candidate.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks for payment terminals of every family there is a driver for: at the plugs of this machine and on its networks.
 *
 * @param drivers families at hand; where they listen is theirs to say
 */
public record TerminalSearch(
        List<TerminalDriver> drivers, LinkOpener links, Surroundings surroundings, Duration within) {

    private static final String SERIAL = "serial";

    /** How long one address may take to answer unless somebody says otherwise. */
    public static final Duration USUAL = Duration.ofMillis(400);

    /** Copies the drivers. */
    public TerminalSearch {
        drivers = List.copyOf(drivers);
    }

    /** One candidate for each port and each family that takes such a line. */
    public void plugs(SearchWatch watch) {
        Surroundings.Ports found = surroundings.serialPorts();
        found.troubles().forEach(watch::trouble);
        for (FoundPort port : found.ports()) {
            drivers.stream()
                    .filter(d -> d.links().contains(SERIAL))
                    .forEach(d -> watch.found(new Candidate(
                            d.family() + ":" + port.link(), d.displayName(), Place.SERIAL, port.words())));
        }
    }

    /**
     * What listens on these hosts.
     *
     * @param otherPorts by family, instead of its usual ports
     */
    public void network(List<String> hosts, Map<String, Integer> otherPorts, SearchWatch watch)
            throws InterruptedException {
        new NetworkSearch(links, within).run(hosts, targets(otherPorts), watch);
    }

    private List<NetworkSearch.Target> targets(Map<String, Integer> otherPorts) {
        List<NetworkSearch.Target> targets = new ArrayList<>();
        for (TerminalDriver driver : drivers) {
            for (UsualPlace usual : driver.usualPlaces()) {
                int port = otherPorts.getOrDefault(driver.family(), usual.port());
                targets.add(new NetworkSearch.Target(
                        driver.family() + ":" + usual.link() + ":", port, driver.displayName()));
            }
        }
        return targets;
    }
}
