package io.keentill.sandbox.server;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.keentill.sandbox.data.Database;
import io.keentill.sandbox.data.Ids;
import io.keentill.sandbox.data.Work;
import io.keentill.sandbox.office.Downloads;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/** Sends the files of exports to whoever has a signed address. */
public final class Downloading {
    private final Database database;
    private final InstantSource clock;
    private final Ids ids;

    /** Files in {@code database}. */
    public Downloading(Database database, InstantSource clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    void answer(ServerRequest request, ServerResponse response) {
        String address =
                request.path().absolute().rawPath() + "?" + request.query().rawValue();
        Optional<Downloads.File> file =
                database.read(tx -> Optional.ofNullable(Downloads.find(Work.own(tx, clock.instant(), ids), address)));
        if (file.isEmpty()) {
            byte[] why = "This download address is wrong or no longer good; read the export again for a new one.\n"
                    .getBytes(StandardCharsets.UTF_8);
            response.status(Status.FORBIDDEN_403);
            response.headers().set(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
            response.send(why);
            return;
        }
        response.headers().set(HeaderNames.CONTENT_TYPE, file.get().type());
        response.header(
                "Content-Disposition", "attachment; filename=\"" + file.get().name() + "\"");
        response.send(file.get().bytes());
    }
}
