package io.keentill.engine.setup;

/** Names of a till's settings in its store. Secrets are not among them, see {@link Secrets}. */
public final class Settings {

    /** Lasting id of this till: its identity towards RevKeen's connector channel. */
    public static final String TILL_ID = "till.id";

    /** Name for status bar and device list. */
    public static final String TILL_NAME = "till.name";

    /** RevKeen's base URL, ending in {@code /v2}. */
    public static final String API_URL = "revkeen.url";

    /** Language and figures of screen and paper, as a BCP 47 tag; the machine's own where nothing is set. */
    public static final String LOCALE = "till.locale";

    /** {@code true} where the till trains on a sandbox that it starts itself, beside its data. */
    public static final String TRAINING = "till.training";

    /** Address of the terminal. */
    public static final String TERMINAL = "terminal.address";

    /** Address of the receipt printer. */
    public static final String PRINTER = "printer.address";

    /** Folder of the backups; {@code backups} in the till's own where none is named. */
    public static final String BACKUP_FOLDER = "backup.folder";

    /** {@code true} where the till sells in an open shift alone. */
    public static final String SHIFT_REQUIRED = "shift.required";

    /** Minor units that a drawer may be over or short without anybody saying why; 200 where nothing is set. */
    public static final String SHIFT_DIFFERENCE = "shift.difference";

    /** {@code true} where goods may come back without a receipt, for cash. */
    public static final String RETURN_WITHOUT_RECEIPT = "return.without_receipt";

    /** The most that one return without a receipt may give, in minor units of the shop's currency. */
    public static final String RETURN_LIMIT = "return.without_receipt.limit";

    /** How labels of this shop's scales are read: see {@link io.keentill.domain.catalogue.EmbeddedRules#parse}. */
    public static final String BARCODE_RULES = "barcode.rules";

    private Settings() {}
}
