package io.keentill.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.keentill.domain.text.Sentence;
import io.keentill.engine.office.JournalDesk;
import io.keentill.storefront.journal.JournalModel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The journal, without a toolkit. */
class JournalModelTest {

    private final FakeTill till = new FakeTill();
    private final ModelRig rig = ModelRig.manager(till);
    private final JournalModel model = new JournalModel(till, rig.worker, rig.toasts, rig.texts);

    @Test
    void isReadFromItsNewestEntryAndFilteredWhileTyping() {
        model.load();
        assertThat(model.entries()).extracting(JournalDesk.Entry::seq).containsExactly(3L, 2L, 1L);
        model.filterProperty().set("drawer");
        assertThat(model.entries()).extracting(JournalDesk.Entry::seq).containsExactly(3L);
        model.filterProperty().set("");
        assertThat(model.entries()).hasSize(3);
    }

    @Test
    void goesOnPageByPageWithoutAGapOrARepeat() {
        IntStream.rangeClosed(4, 400)
                .forEach(i -> till.office().entries.add(FakeOffice.entry(i, "login", "Asha", "s1", "{}")));
        model.load();
        while (model.moreProperty().get()) {
            model.showMore();
        }
        assertThat(model.entries()).hasSize(400);
        assertThat(model.entries()).extracting(JournalDesk.Entry::seq).doesNotHaveDuplicates();
    }

    @Test
    void aProofAndABreakAreToldApart() {
        model.verify();
        assertThat(model.checkingProperty().get()).isTrue();
        rig.worker.runLong();
        assertThat(model.proofProperty().get().good()).isTrue();
        till.office().verdict = new JournalDesk.Verdict.Broken(2, Sentence.quoted("its hash does not fit"));
        model.verify();
        rig.worker.runLong();
        assertThat(model.proofProperty().get().good()).isFalse();
        assertThat(model.proofProperty().get().words()).contains("2").contains("hash");
        till.office().verdict = new JournalDesk.Verdict.Unread(Sentence.quoted("the disk"));
        model.verify();
        rig.worker.runLong();
        assertThat(model.proofProperty().get().good()).isFalse();
    }

    @Test
    void itIsWrittenOutOnceAtATimeAndItsPlaceIsTold() {
        model.export();
        model.export();
        assertThat(model.exportingProperty().get()).isTrue();
        rig.worker.runLong();
        assertThat(till.office().exports).isEqualTo(1);
        assertThat(rig.told()).singleElement().asString().contains("3 entries").contains("journal-1-3.csv");
        till.office().exportRefused = "The journal could not be written to exports (no room).";
        model.export();
        rig.worker.runLong();
        assertThat(rig.told()).last().asString().contains("no room");
        assertThat(model.exportingProperty().get()).isFalse();
    }
}
