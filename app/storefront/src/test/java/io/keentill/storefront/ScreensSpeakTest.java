package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Sentence;
import io.keentill.domain.text.Spoken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No screen turns a sentence or an exception into text by itself, which would be English: all ask {@code Texts.said} or
 * {@code Texts.trouble}.
 */
class ScreensSpeakTest {

    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();
    private static final ClassDesc SENTENCE = Sentence.class.describeConstable().orElseThrow();
    private static final ClassDesc SPOKEN = Spoken.class.describeConstable().orElseThrow();
    private static final Set<String> OWN_WORDS = Set.of("getMessage", "getLocalizedMessage");

    @Test
    void noScreenMakesTextOfASentenceOrAnException() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(CLASSES)) {
            walk.filter(p -> p.toString().endsWith(".class"))
                    .filter(p -> !p.getFileName().toString().equals("module-info.class"))
                    .forEach(p -> look(p, wrong));
        }
        assertThat(wrong).isEmpty();
    }

    /** The rules above find what they are there for. */
    @Test
    void whatWouldBeEnglishIsFound() throws Exception {
        List<String> wrong = new ArrayList<>();
        Path classes = Path.of(ScreensSpeakTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        look(classes.resolve(Wrong.class.getName().replace('.', '/') + ".class"), wrong);
        assertThat(wrong)
                .map(said -> said.substring(said.indexOf(' ') + 1))
                .containsExactlyInAnyOrder(
                        "joins a sentence or an exception",
                        "joins a sentence or an exception",
                        "joins a sentence or an exception",
                        "joins a sentence or an exception",
                        "takes its English text",
                        "takes an exception's own words",
                        "quotes an exception",
                        "quotes an exception");
    }

    /** Everything that is not to be done. */
    private record Wrong(Sentence field) {

        List<String> all(Sentence sentence, RuntimeException e) {
            Throwable cause = e.getCause();
            return List.of(
                    "so: " + sentence,
                    "so: " + cause,
                    field + ".",
                    sentence.toString(),
                    String.valueOf(e.getMessage()),
                    "so: " + Spoken.by(e),
                    Spoken.by(e).pattern());
        }
    }

    private static void look(Path file, List<String> wrong) {
        ClassModel type;
        try {
            type = ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String name = type.thisClass().asInternalName();
        type.methods().stream().flatMap(m -> m.code().stream()).forEach(code -> look(name, code, wrong));
    }

    /** A concatenation is compiled to {@code String.valueOf} for each of its parts. */
    private static void look(String name, CodeModel code, List<String> wrong) {
        Variables variables = new Variables();
        Optional<ClassDesc> top = Optional.empty();
        for (CodeElement element : code.elementList()) {
            if (element instanceof InvokeInstruction call) {
                if (isText(call) && top.filter(ScreensSpeakTest::isForPeople).isPresent()) {
                    wrong.add(name + " joins a sentence or an exception");
                }
                look(name, call, wrong);
            }
            variables.pass(element);
            if (element instanceof Instruction) {
                top = switch (element) {
                    case InvokeInstruction call -> Optional.of(call.typeSymbol().returnType());
                    case FieldInstruction get -> Optional.of(get.typeSymbol());
                    case TypeCheckInstruction cast -> Optional.of(cast.type().asSymbol());
                    case LoadInstruction load -> variables.in(load.slot());
                    default -> Optional.empty();
                };
            }
        }
    }

    /** What the local variables are at a place in a method. */
    private static final class Variables {

        private final List<LocalVariable> all = new ArrayList<>();
        private final Set<Label> passed = new HashSet<>();

        void pass(CodeElement element) {
            switch (element) {
                case LocalVariable variable -> all.add(variable);
                case LabelTarget here -> passed.add(here.label());
                default -> {}
            }
        }

        Optional<ClassDesc> in(int slot) {
            return all.stream()
                    .filter(v -> v.slot() == slot && passed.contains(v.startScope()) && !passed.contains(v.endScope()))
                    .map(LocalVariable::typeSymbol)
                    .findFirst();
        }
    }

    private static boolean isText(InvokeInstruction call) {
        return call.owner().asSymbol().equals(ConstantDescs.CD_String)
                && call.name().stringValue().equals("valueOf")
                && call.typeSymbol().parameterList().equals(List.of(ConstantDescs.CD_Object));
    }

    private static void look(String name, InvokeInstruction call, List<String> wrong) {
        ClassDesc owner = call.owner().asSymbol();
        String method = call.name().stringValue();
        if (owner.equals(SENTENCE) && method.equals("toString")) {
            wrong.add(name + " takes its English text");
        } else if (isException(owner) && OWN_WORDS.contains(method)) {
            wrong.add(name + " takes an exception's own words");
        } else if (owner.equals(SPOKEN) && method.equals("by")) {
            wrong.add(name + " quotes an exception");
        }
    }

    private static boolean isForPeople(ClassDesc type) {
        return type.equals(SENTENCE) || isException(type);
    }

    private static boolean isException(ClassDesc type) {
        String name = type.displayName();
        return name.equals("Throwable") || name.endsWith("Exception") || name.endsWith("Error");
    }
}
