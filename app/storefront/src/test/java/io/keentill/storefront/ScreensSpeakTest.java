package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No screen turns a sentence into text by itself, which would be English: all ask {@code Texts.said}. */
class ScreensSpeakTest {

    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
    private static final ClassDesc SENTENCE = Sentence.class.describeConstable().orElseThrow();

    @Test
    void noScreenMakesTextOfASentence() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(CLASSES)) {
            walk.filter(p -> p.toString().endsWith(".class"))
                    .filter(p -> !p.getFileName().toString().equals("module-info.class"))
                    .forEach(p -> look(p, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    private static void look(Path file, List<String> wrong) {
        ClassModel type;
        try {
            type = ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = type.thisClass().asInternalName();
        type.methods().stream()
                .flatMap(m -> m.code().stream())
                .flatMap(c -> c.elementStream())
                .forEach(element -> {
                    switch (element) {
                        case InvokeDynamicInstruction made
                        when made.name().stringValue().equals("makeConcatWithConstants")
                                && made.typeSymbol().parameterList().contains(SENTENCE) ->
                            wrong.add(name + " joins a sentence");
                        case InvokeInstruction call
                        when call.owner().asSymbol().equals(SENTENCE)
                                && call.name().stringValue().equals("toString") ->
                            wrong.add(name + " takes its English text");
                        default -> {}
                    }
                });
    }
}
