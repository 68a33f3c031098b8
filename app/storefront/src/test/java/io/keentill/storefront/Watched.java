package io.keentill.storefront;

/** A till whose screen is watched over while somebody does the same again and again. */
final class Watched implements AutoCloseable {

    final FakeTill till;
    final OfficeRig rig;
    final StorefrontDriver person;
    private final Weighing weighing = new Weighing();

    Watched(FakeTill till) throws Exception {
        this.till = till;
        rig = OfficeRig.watched(till, weighing.watchdog);
        person = rig.person;
    }

    /** Does this; its heaviest piece counts. */
    void step(String name, Weighing.Round action) throws Exception {
        weighing.step(name, person, rig.scene(), action);
    }

    /** Walks until every step was light once, or often enough to say that one is not. */
    void holdsUpNothing(Weighing.Round round) throws Exception {
        weighing.holdsUpNothing(round);
    }

    @Override
    public void close() throws Exception {
        rig.close();
    }
}
