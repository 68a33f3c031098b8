package io.keentill.device.poslink.emulator;

/** What a terminal is doing during a payment, with the number it reports (A36). */
enum Activity {
    CARD(0),
    PIN(1),
    HOST(3),
    PIN_AGAIN(6);

    private final int code;

    Activity(int code) {
        this.code = code;
    }

    String code() {
        return Integer.toString(code);
    }
}
