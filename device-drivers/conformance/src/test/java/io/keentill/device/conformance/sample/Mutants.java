package io.keentill.device.conformance.sample;

import io.keentill.device.conformance.Profile;
import io.keentill.device.conformance.SimulatedTerminal;
import io.keentill.device.conformance.TerminalConformance;
import io.keentill.device.link.LinkAddress;
import io.keentill.device.link.LinkException;
import io.keentill.device.terminal.AttemptMonitor;
import io.keentill.device.terminal.NotDurableException;
import io.keentill.device.terminal.Outcome;
import io.keentill.device.terminal.Outcome.TerminalReceipts;
import io.keentill.device.terminal.PastAttempt;
import io.keentill.device.terminal.PaymentTerminal;
import io.keentill.device.terminal.Progress;
import io.keentill.device.terminal.QueryAnswer;
import io.keentill.device.terminal.TerminalAddress;
import io.keentill.device.terminal.TerminalDriver;
import io.keentill.device.terminal.TerminalRequest;
import io.keentill.domain.money.Money;
import io.keentill.domain.payment.CardDetails;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** The sample driver with one mistake each, as they are made in the field. */
public final class Mutants {

    private Mutants() {}

    private static Outcome approval(Money asked) {
        return new Outcome.Approved(asked, CardDetails.NONE, TerminalReceipts.NONE);
    }

    public static TerminalConformance approvesOnGarbage() {
        return kit((address, context) -> new SampleTerminal(address, context) {
            @Override
            Outcome read(List<String> line, String reference, Money asked) {
                Outcome outcome = super.read(line, reference, asked);
                return line.size() < 3 ? approval(asked) : outcome;
            }
        });
    }

    public static TerminalConformance failedAfterSending() {
        return kit((address, context) -> new SampleTerminal(address, context) {
            @Override
            Outcome lost(String why) {
                return new Outcome.Failed(why);
            }
        });
    }

    public static TerminalConformance ignoresTheReference() {
        return kit((address, context) -> new SampleTerminal(address, context) {
            @Override
            Outcome read(List<String> line, String reference, Money asked) {
                return super.read(line, line.size() > 1 ? line.get(1) : "", asked);
            }
        });
    }

    public static TerminalConformance neverResolves() {
        return kit((address, context) -> new SampleTerminal(address, context) {
            @Override
            public QueryAnswer query(PastAttempt attempt) {
                return new QueryAnswer.CannotTell("Look at the terminal");
            }
        });
    }

    public static TerminalConformance ignoresTheAmount() {
        return kit((address, context) -> new SampleTerminal(address, context) {
            @Override
            Outcome approved(List<String> line, Money asked) {
                return approval(asked);
            }
        });
    }

    public static TerminalConformance sendsBeforeItIsStored() {
        return kit((address, context) -> new SampleTerminal(address, context) {
            @Override
            public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
                try (var link = context.links().open(address, java.time.Duration.ofSeconds(1))) {
                    super.send(new Lines(link), request);
                    // Long enough for the terminal to have begun.
                    java.util.concurrent.locks.LockSupport.parkNanos(30_000_000);
                    return super.perform(request, monitor);
                } catch (LinkException e) {
                    return new Outcome.Failed("Not reached");
                }
            }
        });
    }

    public static TerminalConformance tellsNobody() {
        return kit((address, context) -> new SampleTerminal(address, context) {
            @Override
            public Outcome perform(TerminalRequest request, AttemptMonitor monitor) {
                return super.perform(request, new AttemptMonitor() {
                    @Override
                    public void sending(String recoveryHint) throws NotDurableException {
                        monitor.sending(recoveryHint);
                    }

                    @Override
                    public void progress(Progress progress) {
                        monitor.progress(progress);
                    }

                    @Override
                    public void outcome(Outcome outcome) {
                        // Nobody is told.
                    }
                });
            }
        });
    }

    private static TerminalConformance kit(BiFunction<LinkAddress, TerminalDriver.Context, PaymentTerminal> terminal) {
        return new SampleConformanceTest() {
            @Override
            protected TerminalDriver driver() {
                return new TerminalDriver() {
                    @Override
                    public int contractVersion() {
                        return 1;
                    }

                    @Override
                    public String family() {
                        return "sample";
                    }

                    @Override
                    public String displayName() {
                        return "A wrong one";
                    }

                    @Override
                    public Set<String> links() {
                        return Set.of("memory");
                    }

                    @Override
                    public PaymentTerminal open(TerminalAddress address, Context context) {
                        return terminal.apply(address.link(), context);
                    }
                };
            }

            @Override
            protected Profile profile() {
                return super.profile().every(11);
            }

            @Override
            protected SimulatedTerminal start(String variant) {
                return super.start(variant);
            }
        };
    }
}
