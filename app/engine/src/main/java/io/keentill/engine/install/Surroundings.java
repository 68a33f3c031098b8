package io.keentill.engine.install;

import io.keentill.domain.text.Sentence;
import java.util.List;

/** The machine around the till: its plugs and its networks. Looking sends nothing to anybody. */
public interface Surroundings {

    /**
     * What looking came to.
     *
     * @param ports what is there
     * @param troubles what could not be looked at and why, for people
     */
    record Ports(List<FoundPort> ports, List<Sentence> troubles) {

        /** Copies the lists. */
        public Ports {
            ports = List.copyOf(ports);
            troubles = List.copyOf(troubles);
        }
    }

    /** Serial ports; a USB line that presents itself as one is among them. */
    Ports serialPorts();

    /** USB devices with raw bulk endpoints, such as receipt printers. */
    Ports usbDevices();

    /** Hosts of this machine's own IPv4 networks, a /24 around each of its private addresses. */
    List<String> networkHosts();

    /** Nothing around: no ports and no network. */
    Surroundings NONE = new Surroundings() {
        @Override
        public Ports serialPorts() {
            return new Ports(List.of(), List.of());
        }

        @Override
        public Ports usbDevices() {
            return new Ports(List.of(), List.of());
        }

        @Override
        public List<String> networkHosts() {
            return List.of();
        }
    };
}
