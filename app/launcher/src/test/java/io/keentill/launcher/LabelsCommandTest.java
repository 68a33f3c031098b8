package io.keentill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.catalogue.Barcode;
import io.keentill.launcher.TestWorld.Ran;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels of the scales, from the pattern to the sale. */
class LabelsCommandTest {

    @TempDir
    Path folder;

    @Test
    void aPatternIsSetAndALabelSold() throws Exception {
        try (TestWorld world = new TestWorld(folder)) {
            assertThat(world.init().status()).isZero();
            Path csv = Files.writeString(
                    folder.resolve("ham.csv"), "sku,name,price,tax,category,barcode\n12345,Ham,12.00,vat-20,Deli,\n");
            assertThat(world.run("import", "products", csv.toString()).status()).isZero();
            Ran bad = world.run("labels", "29PPPPP");
            assertThat(bad.status()).isEqualTo(1);
            assertThat(bad.err()).contains("29PPPPP").contains("makes no sense");
            Ran set = world.run("labels", "29PPPPPWWWWWC");
            assertThat(set.status()).as(set.err()).isZero();
            assertThat(set.json().get("patterns").get(0).asString()).isEqualTo("29PPPPPWWWWWC");
            String label = "291234500485";
            Ran sold = world.run("sell", "--item", label + Barcode.checkDigit(label), "--tender", "cash");
            assertThat(sold.status()).as(sold.err()).isZero();
            assertThat(sold.json().get("total_minor").asLong()).isEqualTo(582);
            assertThat(world.run("labels", "--none").json().get("patterns")).isEmpty();
        }
    }
}
