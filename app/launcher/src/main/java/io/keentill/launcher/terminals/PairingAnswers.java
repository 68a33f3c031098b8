package io.keentill.launcher.terminals;

import io.keentill.device.terminal.PairingQuestion;
import io.keentill.launcher.Problem;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers to pairing questions, from options, files and the keyboard.
 *
 * @param given by name, as written in options
 * @param keyboard where the rest is asked; null where nobody can be asked
 */
record PairingAnswers(Map<String, String> given, @Nullable Console keyboard) {

    Map<String, String> of(List<PairingQuestion> questions) {
        List<String> names = questions.stream().map(PairingQuestion::name).toList();
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Problem("This terminal does not ask for \"" + name + "\""
                            + (names.isEmpty() ? "." : "; it asks for " + String.join(", ", names) + "."));
                });
        Map<String, String> answers = new LinkedHashMap<>();
        for (PairingQuestion question : questions) {
            answers.put(question.name(), answer(question, questions));
        }
        return answers;
    }

    private String answer(PairingQuestion question, List<PairingQuestion> all) {
        String written = given.get(question.name());
        String answer = written == null ? typed(question, all) : resolved(question, written);
        if (!question.accepts(answer)) {
            // A secret is not repeated, not even a wrong one.
            throw new Problem("The answer for " + question.name() + " is not of the right form. Asked for: "
                    + question.text() + ".");
        }
        return answer;
    }

    private static String resolved(PairingQuestion question, String written) {
        if (written.startsWith("@")) {
            try {
                return Files.readString(Path.of(written.substring(1))).strip();
            } catch (IOException | InvalidPathException e) {
                throw new Problem(
                        "The file with the answer for " + question.name() + " cannot be read: " + e.getMessage(), e);
            }
        }
        if (question.secret()) {
            throw new Problem("A secret on the command line stays in its history and in the list of processes: write "
                    + "--answer " + question.name() + "=@FILE, or leave it out and type it.");
        }
        return written;
    }

    private String typed(PairingQuestion question, List<PairingQuestion> all) {
        if (keyboard == null) {
            throw new Problem("Answers are missing: "
                    + all.stream()
                            .filter(q -> !given.containsKey(q.name()))
                            .map(q -> "--answer " + q.name() + "=" + (q.secret() ? "@FILE" : "VALUE") + " (" + q.text()
                                    + ")")
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (question.secret()) {
            char[] secret = keyboard.readPassword("%s: ", question.text());
            return secret == null ? "" : new String(secret).strip();
        }
        String line = keyboard.readLine("%s: ", question.text());
        return line == null ? "" : line.strip();
    }
}
