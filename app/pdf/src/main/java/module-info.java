import org.jspecify.annotations.NullMarked;

/** Receipts and reports as PDF files. Knows what a receipt is and nothing of tills, stores or screens. */
@NullMarked
module io.keentill.pdf {
    requires static transitive org.jspecify;
    requires transitive io.keentill.domain;
    requires com.google.zxing;
    requires io.keentill.assets;
    requires java.desktop;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;

    exports io.keentill.pdf;
}
