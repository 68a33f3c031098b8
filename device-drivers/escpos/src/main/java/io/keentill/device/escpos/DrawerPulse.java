package io.keentill.device.escpos;

/**
 * The pulse that opens a cash drawer ({@code ESC p m t1 t2}). All parameters are always sent; some drawers need a longer
 * one than usual.
 *
 * @param connector 0 for pin 2 of the drawer socket, 1 for pin 5
 * @param onMillis how long the coil is driven, 2 to 510 in steps of 2
 * @param offMillis rest afterwards, 2 to 510 in steps of 2
 */
public record DrawerPulse(int connector, int onMillis, int offMillis) {

    /** Pin 2, 50 ms on, 500 ms off: what nearly every drawer takes. */
    public static final DrawerPulse USUAL = new DrawerPulse(0, 50, 500);

    private static final int LONGEST = 510;

    /** Refuses what the command cannot say. */
    public DrawerPulse {
        if (connector != 0 && connector != 1) {
            throw new IllegalArgumentException("A drawer is on connector 0 or 1, not " + connector);
        }
        if (!fits(onMillis) || !fits(offMillis)) {
            throw new IllegalArgumentException("A drawer pulse lasts 2 to 510 ms in steps of 2, not " + onMillis
                    + " on and " + offMillis + " off");
        }
    }

    private static boolean fits(int millis) {
        return millis >= 2 && millis <= LONGEST && millis % 2 == 0;
    }
}
