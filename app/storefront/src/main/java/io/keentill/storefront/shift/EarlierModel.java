package io.keentill.storefront.shift;

import io.keentill.domain.shift.ZReport;
import io.keentill.domain.shop.Permission;
import io.keentill.engine.Till;
import io.keentill.engine.shift.ZFound;
import io.keentill.storefront.approve.ApprovalModel;
import io.keentill.storefront.text.Texts;
import io.keentill.storefront.work.TillWorker;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Z reports of days before, each as it was made. */
public final class EarlierModel {

    /** A year of days. */
    private static final int MOST = 366;

    /**
     * One report.
     *
     * @param words its number and when it was made, or what is wrong with it
     * @param sum what was sold; empty where it cannot be read
     * @param report null where it is not as it was made, and so is not shown
     */
    public record Row(String words, String sum, @Nullable ZReport report) {}

    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final Till till;
    private final TillWorker worker;
    private final Texts texts;
    private final ApprovalModel approvals;
    private final BiConsumer<ZReport, String> look;
    private String manager = "";

    EarlierModel(Till till, TillWorker worker, Texts texts, ApprovalModel approvals, BiConsumer<ZReport, String> look) {
        this.till = till;
        this.worker = worker;
        this.texts = texts;
        this.approvals = approvals;
        this.look = look;
    }

    /** Lists them, newest first, once somebody who may see takings stands behind it. */
    void load(Runnable then) {
        approvals.ask(Permission.CLOSE_DAY, texts.get("shift.earlier"), approval -> {
            manager = approval.by().id();
            worker.submit(() -> till.shifts().zs(MOST), found -> {
                rows.setAll(found.stream().map(this::row).toList());
                then.run();
            });
        });
    }

    private Row row(ZFound found) {
        return switch (found) {
            case ZFound.Report(ZReport z) ->
                new Row(
                        texts.get(
                                "shift.earlier.row",
                                z.number(),
                                texts.moment(Objects.requireNonNull(z.shift().closedAt()))),
                        texts.money(z.figures().sales().total()),
                        z);
            case ZFound.Damaged damaged -> new Row(texts.said(damaged.message()), "", null);
            case ZFound.None none -> new Row(texts.said(none.message()), "", null);
        };
    }

    /** Looks at one, marked as a copy. */
    public void open(Row row) {
        ZReport report = row.report();
        if (report != null) {
            look.accept(report, manager);
        }
    }

    /** The reports, newest first. */
    public ObservableList<Row> rows() {
        return rows;
    }
}
