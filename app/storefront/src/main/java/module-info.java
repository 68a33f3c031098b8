import org.jspecify.annotations.NullMarked;

/** What people see: the clerk's workspace in JavaFX. Knows the engine and nothing below it. */
@NullMarked
module io.keentill.storefront {
    requires atlantafx.base;
    requires com.google.zxing;
    requires transitive io.keentill.domain;
    requires transitive io.keentill.engine;
    requires transitive javafx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires static transitive org.jspecify;

    exports io.keentill.storefront;
}
