package io.keentill.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may know whom. The module descriptors say it; this proves it, and says why. */
class ArchitectureTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final int LONGEST_FILE = 500;

    private static JavaClasses ours;

    @BeforeAll
    static void read() throws IOException {
        List<Path> compiled;
        try (Stream<Path> walk = Files.walk(ROOT, 4)) {
            compiled = walk.filter(p -> p.endsWith(Path.of("target", "classes")))
                    // Measurements reach below the product on purpose, and are no part of it.
                    .filter(p -> !p.startsWith(ROOT.resolve("app/bench")))
                    .toList();
        }
        ours = new ClassFileImporter().importPaths(compiled);
        assertThat(ours.size()).as("all modules are compiled").isGreaterThan(300);
    }

    @Test
    void theDomainKnowsNobody() {
        check(noClasses()
                .that()
                .resideInAPackage("io.keentill.domain..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.keentill..").and(not(resideInAnyPackage("io.keentill.domain.."))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..", "javafx..")
                .because("what a shop is does not depend on how it is stored, sent or shown"));
    }

    @Test
    void theClientKnowsNobodyOfOurs() {
        check(alone("io.keentill.revkeen..").because("it speaks the API's words; the engine translates them"));
    }

    @Test
    void theSandboxKnowsNobodyOfOurs() {
        check(alone("io.keentill.sandbox..").because("two readings of the same contract catch each other's mistakes"));
    }

    @Test
    void pdfFilesKnowReceiptsAlone() {
        check(only("io.keentill.pdf..", "io.keentill.pdf..", "io.keentill.assets..", "io.keentill.domain..")
                .because("a receipt is set the same way whoever asks for it"));
    }

    @Test
    void theStoreKnowsTheDomainAlone() {
        check(only("io.keentill.store..", "io.keentill.store..", "io.keentill.domain..")
                .because("what survives does not know who uses it"));
    }

    @Test
    void driversKnowTheContractAlone() {
        for (String family : List.of(
                "io.keentill.device.nexo..",
                "io.keentill.device.poslink..",
                "io.keentill.device.weblink..",
                "io.keentill.device.zvt..")) {
            check(only(
                            family,
                            family,
                            "io.keentill.device.emulation..",
                            "io.keentill.device.http..",
                            "io.keentill.device.link..",
                            "io.keentill.device.terminal..",
                            "io.keentill.domain..")
                    .because("a driver reaches bytes through Link and nothing else"));
        }
        check(outside(
                        "io.keentill.device.emulation..",
                        "io.keentill.device.emulation..",
                        "io.keentill.device.*.emulator..",
                        "io.keentill.launcher..")
                .because("no driver knows what plays its terminal"));
    }

    @Test
    void theEngineKnowsNoScreenNoDriverAndNoLink() {
        check(noClasses()
                .that()
                .resideInAPackage("io.keentill.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.keentill.storefront..",
                        "io.keentill.launcher..",
                        "io.keentill.sandbox..",
                        "io.keentill.device.zvt..",
                        "io.keentill.device.poslink..",
                        "io.keentill.device.weblink..",
                        "io.keentill.device.nexo..",
                        "io.keentill.device.emulation..",
                        "io.keentill.device.links..",
                        "io.keentill.device.escpos..",
                        "javafx..",
                        "java.sql..",
                        "java.net.http..",
                        "okhttp3..")
                .because("one sale is followed downwards and never back"));
    }

    @Test
    void theStorefrontKnowsTheEngineAndNothingBelowIt() {
        check(noClasses()
                .that()
                .resideInAPackage("io.keentill.storefront..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.keentill.store..",
                        "io.keentill.revkeen..",
                        "io.keentill.sandbox..",
                        "io.keentill.launcher..",
                        "io.keentill.device.link..",
                        "io.keentill.device.links..",
                        "io.keentill.device.zvt..",
                        "io.keentill.device.poslink..",
                        "io.keentill.device.weblink..",
                        "io.keentill.device.nexo..",
                        "io.keentill.device.emulation..",
                        "java.sql..",
                        "java.net.http..")
                .because("a screen never knows SQL, HTTP or bytes"));
    }

    @Test
    void viewModelsKnowNoScene() {
        check(noClasses()
                .that()
                .resideInAPackage("io.keentill.storefront..")
                .and()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("they are tested without a toolkit"));
    }

    @Test
    void librariesStayInTheirRoom() {
        check(outside("okhttp3..", "io.keentill.revkeen..").because("only the client knows its HTTP library"));
        check(outside("com.fazecast..", "io.keentill.device.links..").because("only the links know ports"));
        check(outside("java.sql..", "io.keentill.store..", "io.keentill.sandbox..")
                .because("only they know SQL"));
        check(outside("javafx..", "io.keentill.storefront..", "io.keentill.launcher..")
                .because("nothing outside the storefront knows JavaFX"));
    }

    @Test
    void filesAreSmall() throws IOException {
        try (Stream<Path> walk = Files.walk(ROOT)) {
            List<String> tooLong = walk.filter(p -> p.toString().matches(".*\\.(java|css)"))
                    .filter(p -> !p.toString().contains("/target/"))
                    .filter(p -> lines(p) > LONGEST_FILE)
                    .map(Path::toString)
                    .toList();
            assertThat(tooLong).as("files over %s lines", LONGEST_FILE).isEmpty();
        }
    }

    private static long lines(Path file) {
        try (Stream<String> all = Files.lines(file)) {
            return all.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ArchRule alone(String room) {
        return only(room, room);
    }

    private static ArchRule only(String room, String... friends) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.keentill..").and(not(resideInAnyPackage(friends))));
    }

    private static ArchRule outside(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static void check(ArchRule rule) {
        rule.check(ours);
    }
}
