package io.keentill.store;

import io.keentill.domain.text.Sentence;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy of the till's data in one file. Its name tells where the journal ended: that is what backups are ordered by,
 * since a clock may jump, and what the journal can be held against later.
 *
 * @param file where it lies
 * @param journal where the journal ended when it was taken, with the first digits of the hash
 * @param taken when, by the till's clock; to the second
 */
public record Backup(Path file, JournalHead journal, Instant taken) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("keentill-(\\d{12})-([0-9a-f]{16})-(\\d{8}T\\d{6}Z)\\.db");

    private static final String LEFT = "left-";

    /** The name of a backup taken now. */
    static String name(JournalHead journal, Instant now) {
        String brief = journal.brief();
        return "keentill-%012d-%s-%s.db"
                .formatted(journal.seq(), brief.substring(brief.indexOf(':') + 1), TIME.format(now));
    }

    /** The backup in this file, if its name is one's. */
    static Optional<Backup> named(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            JournalHead journal = new JournalHead(Long.parseLong(name.group(1)), name.group(2));
            return Optional.of(new Backup(file, journal, TIME.parse(name.group(3), Instant::from)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** The same name as that of one which a restore has left behind: kept, but never restored from or rotated by itself. */
    Path leftBehind() {
        return file.resolveSibling(LEFT + file.getFileName());
    }

    /** The backup that a restore has left behind in this file, if its name is one's. */
    static Optional<Backup> namedLeftBehind(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(LEFT) ? named(file.resolveSibling(name.substring(LEFT.length()))) : Optional.empty();
    }

    /** What this backup knows of the journal. */
    public JournalAnchor anchor() {
        return new JournalAnchor(journal, Sentence.of("store.the-backup-named", "the backup {0}", file.getFileName()));
    }
}
