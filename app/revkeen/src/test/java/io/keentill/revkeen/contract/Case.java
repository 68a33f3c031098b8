package io.keentill.revkeen.contract;

import java.util.function.Function;

/**
 * One call of the client to the sandbox.
 *
 * @param endpoint method and path, as in {@code endpoints.tsv}
 * @param title what is particular about it, empty for the plain call
 * @param call makes what the call needs and gives an {@code ApiResult}, or an {@code ApiCall} or {@code Listing} to be sent
 */
record Case(String endpoint, String title, Function<World, ?> call) {

    @Override
    public String toString() {
        return title.isEmpty() ? endpoint : endpoint + ", " + title;
    }
}
