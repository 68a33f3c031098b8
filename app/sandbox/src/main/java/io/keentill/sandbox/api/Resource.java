package io.keentill.sandbox.api;

import io.keentill.sandbox.data.Json;
import io.keentill.sandbox.data.Query;
import io.keentill.sandbox.data.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A resource, described: where it lives, which scopes it asks for, how it says no, how it wraps its answers, and its
 * operations. Stored objects are their own answers; fields that start with an underscore stay inside.
 */
public final class Resource {
    private final String kind;
    private final String path;
    private List<String> scopes;
    private ErrorShape errors = ErrorShape.PLATFORM;
    private Wrap wrap = Wrap.DATA;
    private boolean camel;
    private @Nullable String events;
    private boolean publicIds;
    private final List<Endpoint> endpoints = new ArrayList<>();

    /** How a single object is answered. */
    public enum Wrap {
        /** The object itself. */
        BARE,
        /** {@code {data}}. */
        DATA,
        /** {@code {data, requestId}}. */
        DATA_WITH_REQUEST_ID
    }

    /** Makes a new object from a checked body. */
    @FunctionalInterface
    public interface Maker {
        /** The whole object, not yet stored. */
        ObjectNode make(Call call, ObjectNode input);
    }

    /** Changes an object that is there. */
    @FunctionalInterface
    public interface Changer {
        /** Changes {@code object} in place, or refuses. */
        void change(Call call, ObjectNode object, ObjectNode input);
    }

    private Resource(String kind, String path) {
        this.kind = kind;
        this.path = path;
        this.scopes = List.of(kind);
    }

    /** A resource whose objects are called {@code kind} and live under {@code path}. */
    public static Resource of(String kind, String path) {
        return new Resource(kind, path);
    }

    /** Asks for {@code name:read} and {@code name:write} from here on; those of an alternative will do, too. */
    public Resource scopes(String name, String... alternatives) {
        scopes = List.copyOf(
                Stream.concat(Stream.of(name), Arrays.stream(alternatives)).toList());
        return this;
    }

    /** Says no in this shape. */
    public Resource errors(ErrorShape shape) {
        errors = shape;
        return this;
    }

    /** From here on, answers were spelt in camelCase up to May 2026 (API reference A.10). */
    public Resource formerlyCamel() {
        return formerlyCamel(true);
    }

    /** Whether, from here on, answers were spelt in camelCase up to May 2026 (API reference A.10). */
    public Resource formerlyCamel(boolean were) {
        camel = were;
        return this;
    }

    /** Wraps single objects like this. */
    public Resource wrap(Wrap how) {
        wrap = how;
        return this;
    }

    /** Takes an object's {@code public_id} in the path, too. */
    public Resource publicIds() {
        publicIds = true;
        return this;
    }

    /** Writes {@code prefix.created} and {@code prefix.updated} events for creations and changes. */
    public Resource events(String prefix) {
        events = prefix;
        return this;
    }

    /** {@code POST path}: 201 and the new object. */
    public Resource create(Shape shape, Maker maker) {
        return endpoint("POST", path, shape, call -> {
            ObjectNode made = maker.make(call, call.input());
            call.work().insert(kind, made);
            written(call.work(), ".created", made, Json.object());
            return single(201, call, made);
        });
    }

    /** {@code GET path}: a page, narrowed by the filters. */
    public Resource list(Paging paging, Filter... filters) {
        return listOf(path, paging, filters);
    }

    private Resource listOf(String at, Paging paging, Filter... filters) {
        return endpoint("GET", at, Shape.EMPTY, call -> {
            Query query = Query.of(kind);
            for (Filter filter : filters) {
                String text = call.param(filter.param());
                if (text != null) {
                    filter.apply().accept(query, text);
                }
            }
            return Reply.of(200, paging.answer(call, query, at));
        });
    }

    /** {@code GET path/{id}}. */
    public Resource read() {
        return endpoint("GET", path + "/{id}", Shape.EMPTY, call -> single(200, call, found(call)));
    }

    /** {@code PATCH path/{id}}. */
    public Resource update(Shape shape, Changer changer) {
        return endpoint("PATCH", path + "/{id}", shape, changing(changer, true));
    }

    /** {@code POST path/{id}/name}; the changer writes its own events. */
    public Resource action(String name, Shape shape, Changer changer) {
        return endpoint("POST", path + "/{id}/" + name, shape, changing(changer, false));
    }

    /** {@code DELETE path/{id}} that keeps the object, changed. */
    public Resource archive(Changer changer) {
        return endpoint("DELETE", path + "/{id}", Shape.EMPTY, changing(changer, true));
    }

    /** Any other operation. A GET needs the read scope, everything else the write scope. */
    public Resource endpoint(String method, String at, Shape shape, Endpoint.Handler handler) {
        return endpoint(method, at, shape, method.equals("GET") ? ":read" : ":write", handler);
    }

    /** An operation that needs the read scope only, although it is sent as a POST. */
    public Resource reading(String method, String at, Shape shape, Endpoint.Handler handler) {
        return endpoint(method, at, shape, ":read", handler);
    }

    private Resource endpoint(String method, String at, Shape shape, String right, Endpoint.Handler handler) {
        String scope = scopes.stream().map(name -> name + right).collect(Collectors.joining("|"));
        endpoints.add(new Endpoint(method, at, scope, errors, shape, handler, camel));
        return this;
    }

    /** Everything described so far. */
    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }

    /** The object that the path's {@code {id}} names, or a 404. */
    public ObjectNode found(Call call) {
        ObjectNode object = call.work().find(kind, call.id("id"));
        if (object == null && publicIds) {
            object = Query.of(kind)
                    .where("public_id", call.id("id"))
                    .first(call.work().tx())
                    .orElse(null);
        }
        if (object == null) {
            throw Refusal.missing(kind.replace('_', ' '), call.id("id"));
        }
        return object;
    }

    /** An answer with one object, wrapped as this resource does. */
    public Reply single(int status, Call call, ObjectNode object) {
        ObjectNode visible = visible(object);
        if (wrap == Wrap.BARE) {
            return Reply.of(status, visible);
        }
        ObjectNode body = Json.object();
        body.set("data", visible);
        if (wrap == Wrap.DATA_WITH_REQUEST_ID) {
            body.put("requestId", call.requestId());
        }
        return Reply.of(status, body);
    }

    /** The object without the fields that stay inside. */
    public static ObjectNode visible(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove(object.propertyNames().stream()
                .filter(name -> name.startsWith("_"))
                .toList());
        return copy;
    }

    private Endpoint.Handler changing(Changer changer, boolean tell) {
        return call -> {
            ObjectNode object = found(call);
            ObjectNode before = object.deepCopy();
            changer.change(call, object, call.input());
            call.work().save(kind, object);
            if (tell) {
                written(call.work(), ".updated", object, EventLog.changed(before, object));
            }
            return single(200, call, object);
        };
    }

    private void written(Work work, String what, ObjectNode object, ObjectNode previous) {
        if (events != null) {
            EventLog.write(work, events + what, visible(object), previous);
        }
    }
}
