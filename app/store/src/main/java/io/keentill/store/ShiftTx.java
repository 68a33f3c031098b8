package io.keentill.store;

import io.keentill.domain.money.Money;
import io.keentill.domain.shift.CashMovement;
import io.keentill.domain.shift.DrawerCount;
import io.keentill.domain.shift.Shift;

/** Shifts in a transaction. */
public interface ShiftTx extends ShiftView {

    /**
     * Opens a shift.
     *
     * @throws IllegalStateException if one runs, or its number is not {@link #current}
     */
    void open(Shift shift);

    /** Adds cash that moved in the shift that runs. */
    void add(CashMovement movement);

    /** Adds a count to the shift that runs. */
    void add(DrawerCount count);

    /** The number of the next Z report, from 1. Without gaps, since it is given back when the transaction fails. */
    long nextZ();

    /** Leaves so many Z numbers out: after a restore from a backup none is given again that is on paper. */
    void skipZ(long howMany);

    /**
     * Closes the shift that runs; from now on everything belongs to the next one.
     *
     * @param closed with the number of its Z report
     * @param data the report, one JSON value
     * @return the report as it is kept, chained to the one before
     * @throws IllegalStateException if that shift does not run, or has no count
     */
    ZRow close(Shift closed, String data);

    /** What the journal says from here on belongs to the next shift. */
    void journalEndsHere();

    /** Keeps that a terminal's day was closed; all that is {@link #unsettled} on it belongs to that day from now on. */
    void settle(SettlementRow settlement);

    /** Notes what RevKeen has of a settlement's payments. */
    void noteRevKeen(String settlementId, long count, Money net);
}
