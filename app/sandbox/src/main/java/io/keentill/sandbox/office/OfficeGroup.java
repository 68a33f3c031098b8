package io.keentill.sandbox.office;

import io.keentill.sandbox.api.Group;
import io.keentill.sandbox.api.Resource;
import io.keentill.sandbox.data.Work;
import java.util.List;

/**
 * What an office does with the shop's data (API reference B.28 to B.32): analytics, finance, messages, automations,
 * integrations, external sync, imports and exports.
 *
 * @param downloads where exports are fetched
 */
public record OfficeGroup(Downloads downloads) implements Group {
    @Override
    public List<Resource> resources() {
        return List.of(
                RevenueFigures.figures(),
                InvoiceFigures.figures(),
                CustomerFigures.figures(),
                CheckoutFigures.figures(),
                Finance.finance(),
                Imports.imports(),
                Exports.exports(downloads),
                Comms.comms(),
                Automations.automations(),
                Automations.approvals(),
                Integrations.integrations(),
                SyncLogs.logs(),
                Mappings.mappings(),
                SyncStates.external(),
                SyncStates.ofIntegrations());
    }

    @Override
    public void tick(Work work) {
        Due.run(work, Imports.IMPORT, ImportRun::step);
        Due.run(work, Exports.EXPORT, ExportRun::step);
        Due.run(work, Automations.RUN, AutomationRun::step);
        Due.run(work, Integrations.INTEGRATION, Integrations::scheduled);
        Due.run(work, SyncJob.JOB, SyncJob::step);
    }
}
